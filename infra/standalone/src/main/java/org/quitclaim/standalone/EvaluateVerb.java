package org.quitclaim.standalone;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.quitclaim.face.evaluate.Asked;
import org.quitclaim.face.evaluate.EvaluateCommand;
import org.quitclaim.face.gallery.MatchRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evaluate DIR}: measures accuracy, outside the application. */
@Command(name = "evaluate", description = "how well faces are recognised; keeps nothing")
final class EvaluateVerb implements Verb {
    @Parameters(paramLabel = "DIR", converter = Arguments.Name.class, description = "holds people and photos")
    private Path folder = Path.of("");

    @Option(
            names = "--report",
            paramLabel = "FILE",
            converter = Arguments.Name.class,
            description = "of evaluate: writes what was measured there")
    private @Nullable Path report;

    @Option(
            names = "--false-positive-rate",
            paramLabel = "R",
            description = "of evaluate: measures at this rate instead of the usual one")
    private String rate = String.valueOf(MatchRule.USUAL_RATE);

    @Override
    public Options options() {
        return new DataOption().options();
    }

    @Override
    public int run(Console console) {
        return EvaluateCommand.run(Asked.of(folder, report).at(rate), console.out(), console.err());
    }
}
