package org.quitclaim.command.dispatch;

import java.util.List;
import org.quitclaim.domain.DomainEvent;

/** What a stream answered to a command: the events it recorded, in order. */
public record Recorded(List<DomainEvent> events) {
    public Recorded {
        events = List.copyOf(events);
    }

    /** The first event of this type; a command that was accepted always records what its caller asks here for. */
    public <E extends DomainEvent> E first(Class<E> type) {
        return events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not recorded: " + type.getSimpleName()));
    }
}
