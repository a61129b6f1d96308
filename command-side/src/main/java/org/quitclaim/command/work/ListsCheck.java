package org.quitclaim.command.work;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Looks while the server runs whether the lists are what was written to them, and makes them anew where they are not.
 *
 * <p><b>Guarantees:</b> the lists that are there are used until the others have come as far.
 *
 * <p><b>Thread-safety:</b> one run at a time; a second one waits.
 */
public final class ListsCheck {
    private final WorkIndex index;
    private final EventStore store;
    private final Runnable afterwards;
    private final Clock clock;

    /** @param afterwards called when there is other work to do than before */
    public ListsCheck(WorkIndex index, EventStore store, Runnable afterwards, Clock clock) {
        this.index = index;
        this.store = store;
        this.afterwards = afterwards;
        this.clock = clock;
    }

    /** When somebody last looked and came to the end; asked again after lists were made anew. */
    public Optional<Instant> lastRun() {
        return index.one("select at from checked", row -> Instant.ofEpochMilli(row.getLong(1)));
    }

    /** From now on that was last. */
    public void ran() {
        index.settle("insert or replace into checked values (1, ?)", clock.millis());
    }

    /** What was wrong, if anything was; it is mended then. */
    public synchronized Optional<String> run() throws InterruptedException {
        Optional<String> wrong = index.check();
        if (wrong.isPresent()) {
            try {
                index.remake(wrong.get(), (fresh, wanted) -> EventBatch.takeUntil(store, fresh, wanted));
            } catch (SQLException e) {
                throw new WorkIndexUnreadable(e);
            }
            afterwards.run();
        }
        return wrong;
    }
}
