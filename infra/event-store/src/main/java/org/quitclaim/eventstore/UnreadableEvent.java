package org.quitclaim.eventstore;

import java.nio.charset.StandardCharsets;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.quitclaim.domain.Stored;

/**
 * Stands for an event that nobody can read, so that readers of the whole history come past it where somebody decided to
 * serve the rest; never stored.
 */
@Stored(UnreadableEvent.WORD)
record UnreadableEvent() {
    static final String WORD = "history.unreadable";
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    static TrackedEventData<?> insteadOf(TrackedEventData<?> event) {
        DomainEventData<?> stored = (DomainEventData<?>) event;
        return new TrackedDomainEventData<>(
                event.trackingToken(),
                new GenericDomainEventEntry<>(
                        stored.getType(),
                        stored.getAggregateIdentifier(),
                        stored.getSequenceNumber(),
                        event.getEventIdentifier(),
                        DateTimeUtils.formatInstant(event.getTimestamp()),
                        WORD,
                        "1",
                        NOTHING,
                        NOTHING));
    }
}
