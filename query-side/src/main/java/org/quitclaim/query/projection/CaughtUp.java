package org.quitclaim.query.projection;

import java.io.IOException;
import java.time.Duration;
import org.quitclaim.eventstore.StreamHead;

/** Waits until every read model has seen what happened before the call. */
public final class CaughtUp {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ReadPositions positions;
    private final StreamHead head;

    public CaughtUp(ReadPositions positions, StreamHead head) {
        this.positions = positions;
        this.head = head;
    }

    /** @throws IOException if they do not keep up: what they show is then no proof of anything */
    public void await() throws IOException {
        try {
            if (!positions.await(head.position(), PATIENCE)) {
                throw new IOException("the read models do not keep up with the event store");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the read models", e);
        }
    }
}
