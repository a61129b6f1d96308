package org.quitclaim.eventstore;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.Serializer;

/** The events of one command: their rows for the file, and themselves for whoever follows close behind. */
final class AppendedEvents implements WriteUnit {
    private final List<EventRow> rows;
    private final List<? extends DomainEventMessage<?>> events;
    private final RecentEvents recent;
    private long first;

    private AppendedEvents(List<EventRow> rows, List<? extends DomainEventMessage<?>> events, RecentEvents recent) {
        this.rows = rows;
        this.events = events;
        this.recent = recent;
    }

    static AppendedEvents of(
            List<? extends EventMessage<?>> events, Instant now, Serializer serializer, RecentEvents recent) {
        // as the file keeps it
        Instant recordedAt = now.truncatedTo(ChronoUnit.MILLIS);
        List<? extends DomainEventMessage<?>> ofStreams =
                events.stream().map(event -> at(recordedAt, event)).toList();
        List<EventRow> rows = ofStreams.stream()
                .map(event -> EventRow.event(event, serializer))
                .toList();
        return new AppendedEvents(rows, ofStreams, recent);
    }

    private static DomainEventMessage<?> at(Instant recordedAt, EventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> event)) {
            throw new EventStoreException("Only events of a stream are stored; publish through an aggregate.");
        }
        return new GenericDomainEventMessage<>(
                event.getType(), event.getAggregateIdentifier(), event.getSequenceNumber(), event, recordedAt);
    }

    @Override
    public void writeTo(WriterSession session) throws SQLException {
        first = session.head() + 1;
        for (EventRow row : rows) {
            session.insertEvent(row);
        }
    }

    @Override
    public void committed() {
        recent.add(first, events);
    }
}
