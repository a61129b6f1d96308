package org.quitclaim.command.work;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.quitclaim.eventstore.StreamPosition;

/** Reads which event the store holds at a position. */
final class EventAt implements WorkIndex.EventIds {
    private static final int PATIENCE_SECONDS = 10;

    private final EventStore store;
    private final long head;

    /** @param head the last position */
    EventAt(EventStore store, long head) {
        this.store = store;
        this.head = head;
    }

    @Override
    public Optional<String> at(long position) {
        if (position < 1 || position > head) {
            return Optional.empty();
        }
        try (BlockingStream<TrackedEventMessage<?>> events =
                store.openStream(StreamPosition.token(position - 1, store))) {
            if (!events.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
            TrackedEventMessage<?> next = events.nextAvailable();
            return StreamPosition.of(next.trackingToken()) == position
                    ? Optional.of(next.getIdentifier())
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
