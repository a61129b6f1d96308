package org.quitclaim.eventstore;

import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.serialization.Serializer;

/**
 * Holds to Axon Server's store what the SQLite file is held to: events of a stream only, under stable words, no larger
 * than {@value EventRow#MAX_EVENT_BYTES} bytes. It would take others.
 */
final class StorableOnly implements MessageDispatchInterceptor<EventMessage<?>> {
    private final Serializer serializer;

    StorableOnly(Serializer serializer) {
        this.serializer = serializer;
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> events) {
        return (index, event) -> {
            EventRow.event(event, serializer);
            return event;
        };
    }
}
