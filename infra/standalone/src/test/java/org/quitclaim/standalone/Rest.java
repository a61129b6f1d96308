package org.quitclaim.standalone;

import java.time.Duration;
import java.util.List;
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
                .until(() -> left(server), List::isEmpty);
    }

    static boolean isReached(Server server) {
        return left(server).isEmpty();
    }

    /** The kinds of what is left to do, so that whoever waits in vain reads for what. */
    private static List<String> left(Server server) {
        server.bean(UpToDate.class).await();
        server.bean(Reconciler.class).wake();
        return server.bean(WorkIndex.class)
                .all("select kind from todo where kind <> 'TAKEDOWN'", row -> row.getString(1));
    }
}
