package org.quitclaim.standalone;

import java.util.Locale;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.command.work.WorkProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code rebuild-work}: makes the lists of work anew from the history, on a server that is stopped. */
@Command(name = "rebuild-work", description = "makes the lists of work anew; server stopped")
final class RebuildWorkVerb implements Verb {
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
    public int run(Console console) {
        WorkProgress progress =
                (done, total) -> console.say(String.format(Locale.ROOT, "  %,d of %,d events", done, total));
        try (Server server = Server.rebuildingWork(options().onPort(Starting.ANY_PORT), progress)) {
            console.say(
                    "Lists of work rebuilt from " + server.bean(WorkIndex.class).position() + " events.");
            return 0;
        }
    }
}
