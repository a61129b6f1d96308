package org.quitclaim.command.work;

import java.util.Objects;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Stored;

/** An event of the history that the lists of work cannot take in; names its kind, and nothing that stands in it. */
final class EventNotApplied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EventNotApplied(DomainEvent event, RuntimeException cause) {
        super("an event " + word(event) + " cannot be worked in", cause);
    }

    private static String word(DomainEvent event) {
        return Objects.requireNonNull(event.getClass().getAnnotation(Stored.class), "every event has its word")
                .value();
    }
}
