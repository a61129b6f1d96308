package org.quitclaim.eventstore;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;

/** Refuses an append that does not say who acted, before any engine sees it: what nobody did is evidence of nothing. */
final class AttributedOnly implements MessageDispatchInterceptor<EventMessage<?>> {
    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> events) {
        return (index, event) -> {
            if (attribution(event).isEmpty()) {
                throw new UnattributedEvent(event.getPayloadType());
            }
            return event;
        };
    }

    private static Optional<Attribution> attribution(EventMessage<?> event) {
        try {
            return Attribution.in(event.getMetaData());
        } catch (IllegalArgumentException e) {
            throw new UnattributedEvent(event.getPayloadType(), e);
        }
    }
}
