package org.quitclaim.standalone;

import java.util.Locale;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.command.work.WorkProgress;

/** {@code rebuild-work}: makes the lists of work anew from the history, on a server that is stopped. */
final class RebuildWorkVerb {
    private RebuildWorkVerb() {}

    static int run(Options options, Console console) {
        WorkProgress progress =
                (done, total) -> console.say(String.format(Locale.ROOT, "  %,d of %,d events", done, total));
        try (Server server = Server.rebuildingWork(options.orElse("--port", Starting.ANY_PORT), progress)) {
            console.say(
                    "Lists of work rebuilt from " + server.bean(WorkIndex.class).position() + " events.");
            return 0;
        }
    }
}
