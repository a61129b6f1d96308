package org.quitclaim.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.eventstore.StreamHead;
import org.quitclaim.eventstore.StreamPosition;

/** Every event that a server has stored, the earliest first. */
record History(List<DomainEvent> events, String text) {
    private static final Pattern RECORD = Pattern.compile(RecordId.PREFIX + "[a-z2-7]{26}");

    static History of(Server server) throws InterruptedException {
        List<DomainEvent> events = new ArrayList<>();
        long head = server.bean(StreamHead.class).position();
        long position = 0;
        try (BlockingStream<TrackedEventMessage<?>> stream =
                server.bean(EventStore.class).openStream(null)) {
            while (position < head) {
                TrackedEventMessage<?> message = stream.nextAvailable();
                position = StreamPosition.of(message.trackingToken());
                events.add((DomainEvent) message.getPayload());
            }
        }
        return new History(events, events.stream().map(DomainEvent::toString).collect(Collectors.joining("\n")));
    }

    <E extends DomainEvent> Stream<E> of(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Whether an id stands in any event. */
    boolean mentions(String id) {
        return text.contains(id);
    }

    /** Every sealed record that an event names. */
    Set<String> records() {
        return records(text);
    }

    /** Every sealed record that a text of events names. */
    static Set<String> records(String text) {
        return RECORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    boolean holds(String stream, Class<? extends DomainEvent> kind) {
        return of(kind).anyMatch(event -> event.stream().value().equals(stream));
    }
}
