package org.quitclaim.standalone;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.quitclaim.command.work.Reconciler;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;

/** The state in which nobody but people has anything left to do. */
final class Rest {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private Rest() {}

    /** Waits until the lists are complete and empty, but for the takedowns that wait for people. */
    static void await(Server server) {
        awaitButFor(server, "TAKEDOWN");
    }

    /** The same, whatever is left of this kind; takedowns are never waited for. */
    static void awaitButFor(Server server, String kind) {
        Awaitility.await("open to-dos come to rest")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> left(server).stream()
                                .filter(open -> !open.equals(kind))
                                .toList(),
                        List::isEmpty);
    }

    /** Waits for something else than the lists. */
    static void until(String what, Callable<Boolean> reached) {
        Awaitility.await(what).atMost(PATIENCE).until(reached);
    }

    static boolean isReached(Server server) {
        return left(server).isEmpty();
    }

    /** The kinds of what is left to do, so that whoever waits in vain reads for what. */
    private static List<String> left(Server server) {
        server.bean(UpToDate.class).await();
        server.bean(Reconciler.class).wake();
        return server.bean(WorkIndex.class)
                .all(
                        "select kind from todo where kind <> 'TAKEDOWN'"
                                + " union all select 'EXPIRY' from due where ends_at <= ?",
                        row -> row.getString(1),
                        server.bean(Clock.class).millis());
    }
}
