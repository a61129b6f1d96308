package org.quitclaim.standalone;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TraceLevel;

/** All verbs there are. */
public final class Verbs {
    private Verbs() {}

    /** Those of the product; those of the demonstration as well where the product has none of this name. */
    static CommandLine asCalledBy(String name) {
        CommandLine product = line(product());
        return product.getSubcommands().containsKey(name) ? product : all();
    }

    /** Those of the demonstration come last, where it is on the class path. */
    public static CommandLine all() {
        List<Verb> verbs = new ArrayList<>(product());
        Demonstration.onClassPath().ifPresent(demonstration -> verbs.addAll(demonstration.verbs()));
        return line(verbs);
    }

    private static List<Verb> product() {
        return List.of(
                new UpVerb(),
                new CheckHistoryVerb(),
                new EvaluateVerb(),
                new VerifyCertificateVerb(),
                new RebuildVerb(),
                new RebuildWorkVerb(),
                new BackupVerb(),
                new RestoreVerb(),
                new TakeOverVerb(),
                new RotateVerb());
    }

    private static CommandLine line(List<Verb> verbs) {
        // an option that is given twice counts as it was given last
        CommandLine.tracer().setLevel(TraceLevel.OFF);
        CommandLine line = new CommandLine(CommandSpec.create().name("./quitclaim"));
        verbs.forEach(verb -> line.addSubcommand(command(verb)));
        return line.setSeparator(" ").setExpandAtFiles(false).setOverwrittenOptionsAllowed(true);
    }

    private static CommandLine command(Verb verb) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(verb);
        spec.addOption(
                OptionSpec.builder("--help", "-h").usageHelp(true).hidden(true).build());
        return new CommandLine(spec);
    }
}
