package org.quitclaim.command.work;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.quitclaim.domain.DomainEvent;

/** Events as they come from the store. */
final class Recent {
    private Recent() {}

    static List<EventMessage<?>> of(List<? extends DomainEvent> events) {
        return events.stream()
                .<EventMessage<?>>map(GenericEventMessage::asEventMessage)
                .toList();
    }

    static List<EventMessage<?>> of(DomainEvent... events) {
        return of(List.of(events));
    }
}
