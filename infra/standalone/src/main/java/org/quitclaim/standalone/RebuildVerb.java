package org.quitclaim.standalone;

import java.util.Locale;
import org.quitclaim.query.projection.RebuildReadModels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code rebuild-read-models}: makes what the screens show anew from the history. */
@Command(name = "rebuild-read-models", description = "makes the screens' data anew")
final class RebuildVerb implements Verb {
    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Override
    public Options options() {
        return vault.options();
    }

    @Override
    public boolean needsInstallation() {
        return true;
    }

    @Override
    public int run(Console console) throws InterruptedException {
        try (Server server = Starting.unvisited(options())) {
            RebuildReadModels.Progress end = server.bean(RebuildReadModels.class)
                    .run(progress -> console.say(String.format(
                            Locale.ROOT,
                            "  %,d of %,d events, %,d per second",
                            progress.done(),
                            progress.total(),
                            progress.perSecond())));
            console.say("Read models rebuilt from " + end.total() + " events.");
            return 0;
        }
    }
}
