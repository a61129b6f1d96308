package org.quitclaim.eventstore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Gives events the time of the application's own clock, to the millisecond that stores keep. Axon has one clock for the
 * whole process, which two applications in it would set for each other.
 */
final class OwnTime {
    private OwnTime() {}

    /** The same event, recorded now; an {@link EventStoreException} for one that belongs to no stream. */
    static DomainEventMessage<?> at(Instant now, EventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> event)) {
            throw new EventStoreException("Only events of a stream are stored; publish through an aggregate.");
        }
        return new GenericDomainEventMessage<>(
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event,
                now.truncatedTo(ChronoUnit.MILLIS));
    }
}
