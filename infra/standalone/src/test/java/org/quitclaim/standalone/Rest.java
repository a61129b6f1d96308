package org.quitclaim.standalone;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.quitclaim.command.work.Reconciler;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;

/** The state in which nobody but people has anything left to do. */
final class Rest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Rest() {}

    /** Waits until the lists are complete and empty, but for the takedowns that wait for people. */
    static void await(Server server) {
        Awaitility.await("open to-dos come to rest")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> isReached(server));
    }

    static boolean isReached(Server server) {
        server.bean(UpToDate.class).await();
        server.bean(Reconciler.class).wake();
        return server.bean(WorkIndex.class)
                .all("select kind, subject from todo where kind <> 'TAKEDOWN'", row -> row.getString(1))
                .isEmpty();
    }
}
