package org.quitclaim.command.work;

import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.quitclaim.eventstore.StreamPosition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the work index up with the event store, from its own stored position, on a thread of its own.
 *
 * <p>Not an Axon processor, because rows and position have to change in one transaction: a list that lost its place would
 * skip a withdrawal.
 *
 * <p><b>Guarantees:</b> no event is stepped over. Where one cannot be taken in, the lists stand still, the log says so,
 * and {@link UpToDate} fails closed.
 */
public final class WorkIndexFeed extends Background {
    private static final Logger LOG = LoggerFactory.getLogger(WorkIndexFeed.class);
    private static final long PAUSE_NANOS = 1_000_000_000L;
    private static final long LOOK_AGAIN_NANOS = 5_000_000L;
    private static final long SAY_EVERY_NANOS = 2_000_000_000L;

    private final EventStore store;
    private final WorkIndex index;
    private final Runnable afterBatch;
    private final WorkProgress progress;
    private volatile String complained = "";

    /** @param progress told every two seconds how far it is, while the server starts */
    public WorkIndexFeed(EventStore store, WorkIndex index, Runnable afterBatch, WorkProgress progress) {
        super("work-index", StartOrder.FEED);
        this.store = store;
        this.index = index;
        this.afterBatch = afterBatch;
        this.progress = progress;
    }

    /** Started before what reads the lists, and there only when they are complete. */
    @Override
    public void start() {
        super.start();
        awaitHistory();
    }

    /** However long the history is: what starts next waits for the lists, and not for ever. */
    private void awaitHistory() {
        long wanted = StreamPosition.of(store.createHeadToken());
        long said = System.nanoTime();
        while (index.position() < wanted && complained.isEmpty() && isAlive()) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            if (System.nanoTime() - said > SAY_EVERY_NANOS) {
                said = System.nanoTime();
                progress.at(index.position(), wanted);
            }
        }
    }

    @Override
    protected void round() throws InterruptedException {
        try {
            readOn();
        } catch (EventNotApplied e) {
            // never stepped over: what it asks for, a withdrawal perhaps, would not be done and nobody would know
            complain(e.getMessage() + " (" + nameOf(e.getCause()) + ")");
        } catch (SQLException | RuntimeException e) {
            complain("the store or the lists cannot be used, a full disk or a server that is away perhaps (" + nameOf(e)
                    + ")");
        }
    }

    /** Said once for each place in the history, so that it can be found in the log. */
    private void complain(String why) {
        String complaint = why + " after position " + index.position();
        if (!complaint.equals(complained)) {
            complained = complaint;
            LOG.error(
                    "The lists of work stand still, and with them withdrawals, expiry and erasures: {}. Whatever waits"
                            + " for them is refused, and this is tried again every second.",
                    complaint);
        }
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    private static String nameOf(@Nullable Throwable thrown) {
        return thrown == null ? "" : thrown.getClass().getSimpleName();
    }

    private void readOn() throws InterruptedException, SQLException {
        try (BlockingStream<TrackedEventMessage<?>> stream =
                store.openStream(StreamPosition.token(index.position(), store))) {
            while (isRunning()) {
                if (EventBatch.take(stream, index)) {
                    afterBatch.run();
                }
            }
        }
    }
}
