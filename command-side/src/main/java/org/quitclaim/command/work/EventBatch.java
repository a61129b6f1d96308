package org.quitclaim.command.work;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.quitclaim.eventstore.StreamPosition;

/** Takes what is there of a reader of the whole history into a work index, a transaction for some hundred events. */
final class EventBatch {
    private static final int SIZE = 500;
    private static final int WAIT_MILLIS = 200;

    private EventBatch() {}

    /** Waits for a moment; false if nothing has come. */
    static boolean take(BlockingStream<TrackedEventMessage<?>> from, WorkIndex into)
            throws InterruptedException, SQLException {
        if (!from.hasNextAvailable(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
            return false;
        }
        List<TrackedEventMessage<?>> events = new ArrayList<>();
        long upTo = into.position();
        do {
            TrackedEventMessage<?> message = from.nextAvailable();
            upTo = StreamPosition.of(message.trackingToken());
            events.add(message);
        } while (events.size() < SIZE && from.hasNextAvailable());
        into.apply(events, upTo);
        return true;
    }

    /** Until the index has come to where it is wanted, which may move. */
    static void takeUntil(EventStore store, WorkIndex into, LongSupplier wanted)
            throws InterruptedException, SQLException {
        if (into.position() >= wanted.getAsLong()) {
            return;
        }
        try (BlockingStream<TrackedEventMessage<?>> stream =
                store.openStream(StreamPosition.token(into.position(), store))) {
            while (into.position() < wanted.getAsLong()) {
                take(stream, into);
            }
        }
    }
}
