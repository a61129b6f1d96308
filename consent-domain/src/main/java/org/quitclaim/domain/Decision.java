package org.quitclaim.domain;

import java.util.List;

/**
 * What a decision function answers: the events to append, or why not.
 *
 * @param <E> the family of events
 */
public sealed interface Decision<E extends DomainEvent> {
    /** The command holds; {@code events} is never empty, since no command silently does nothing. */
    record Accepted<E extends DomainEvent>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
            if (events.isEmpty()) {
                throw new IllegalArgumentException("an accepted command records something");
            }
        }
    }

    /** The command is refused and changes nothing. */
    record Rejected<E extends DomainEvent>(Rejection rejection) implements Decision<E> {}

    @SafeVarargs
    @SuppressWarnings("varargs")
    static <E extends DomainEvent> Decision<E> accept(E... events) {
        return new Accepted<>(List.of(events));
    }

    static <E extends DomainEvent> Decision<E> accept(List<? extends E> events) {
        return new Accepted<>(List.<E>copyOf(events));
    }

    static <E extends DomainEvent> Decision<E> reject(Rejection rejection) {
        return new Rejected<>(rejection);
    }
}
