package org.quitclaim.eventstore;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.serialization.Serializer;

/**
 * Holds to Axon Server's store what the SQLite file is held to: events of a stream only, with the time of the
 * application's clock, under stable words, no larger than {@value EventRow#MAX_EVENT_BYTES} bytes. It would take others.
 */
record StorableOnly(Clock clock, Serializer serializer) implements MessageDispatchInterceptor<EventMessage<?>> {
    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> events) {
        Instant now = clock.instant();
        return (index, event) -> {
            DomainEventMessage<?> storable = OwnTime.at(now, event);
            EventRow.event(storable, serializer);
            return storable;
        };
    }
}
