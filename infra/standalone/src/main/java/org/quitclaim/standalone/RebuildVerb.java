package org.quitclaim.standalone;

import java.util.Locale;
import org.quitclaim.query.projection.RebuildReadModels;

/** {@code rebuild-read-models}: makes what the screens show anew from the history. */
final class RebuildVerb {
    private RebuildVerb() {}

    static int run(Options options, Console console) throws InterruptedException {
        try (Server server = Starting.unvisited(options)) {
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
