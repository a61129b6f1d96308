package org.quitclaim.eventstore;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The last event on Axon Server, asked for at start-up.
 *
 * <p><b>Errors:</b> {@link RefusedStart} with {@code start.axon-server-away}.
 */
final class ServerHead {
    private static final int PATIENCE_SECONDS = 10;

    private ServerHead() {}

    /** When it was recorded; empty if there is none. */
    static Optional<Instant> recordedAt(EventStore events, String servers) {
        try {
            long head = StreamPosition.of(events.createHeadToken());
            return head == 0 ? Optional.empty() : Optional.of(recordedAt(events, head));
        } catch (EventStoreException | AxonServerException e) {
            throw away(servers, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(servers, e);
        }
    }

    private static Instant recordedAt(EventStore events, long head) throws InterruptedException {
        try (BlockingStream<TrackedEventMessage<?>> stream =
                events.openStream(StreamPosition.token(head - 1, events))) {
            if (!stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new EventStoreException("The last event is not given");
            }
            return stream.nextAvailable().getTimestamp();
        }
    }

    private static RefusedStart away(String servers, Exception e) {
        return new RefusedStart(
                "start.axon-server-away",
                "Axon Server does not answer at " + servers
                        + ". Start it, or set axon.axonserver.servers to where it is," + " then start again.",
                e);
    }
}
