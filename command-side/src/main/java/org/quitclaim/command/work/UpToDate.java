package org.quitclaim.command.work;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.quitclaim.eventstore.StreamHead;

/** Waits until the work index has seen everything that was acknowledged before the call. */
public final class UpToDate {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_AGAIN_NANOS = 500_000;

    private final StreamHead head;
    private final WorkIndex index;
    private final Duration patience;

    /** With a patience of half a minute. */
    public UpToDate(StreamHead head, WorkIndex index) {
        this(head, index, PATIENCE);
    }

    UpToDate(StreamHead head, WorkIndex index, Duration patience) {
        this.head = head;
        this.index = index;
        this.patience = patience;
    }

    /** @throws IllegalStateException if the index does not catch up in time: doubt fails closed */
    public void await() {
        long wanted = head.position();
        long deadline = System.nanoTime() + patience.toNanos();
        while (index.position() < wanted) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The work index does not keep up with the event store.");
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }
}
