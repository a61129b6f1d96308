package org.quitclaim.eventstore;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
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
        List<? extends DomainEventMessage<?>> ofStreams =
                events.stream().map(event -> OwnTime.at(now, event)).toList();
        List<EventRow> rows = ofStreams.stream()
                .map(event -> EventRow.event(event, serializer))
                .toList();
        return new AppendedEvents(rows, ofStreams, recent);
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
