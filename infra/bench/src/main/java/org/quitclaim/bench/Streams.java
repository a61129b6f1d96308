package org.quitclaim.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.eventstore.Attribution;

/**
 * Appends events to an installation in units of a few hundred, with the sequence number of each stream.
 *
 * <p><b>Thread-safety</b>: none.
 */
final class Streams implements AutoCloseable {
    private static final int UNIT = 400;
    private static final MetaData METADATA =
            new Attribution("system:bench", "SYSTEM", "bench", "", new UUID(0, 0).toString(), "clock").metaData();

    private final Installation installation;
    private final Map<String, Long> next = new HashMap<>();
    private final List<DomainEventMessage<?>> unit = new ArrayList<>(UNIT);

    Streams(Installation installation) {
        this.installation = installation;
    }

    void append(String type, DomainEvent event) {
        unit.add(message(type, event, next.merge(event.stream().value(), 1L, Long::sum) - 1));
        if (unit.size() == UNIT) {
            flush();
        }
    }

    static DomainEventMessage<?> message(String type, DomainEvent event, long sequence) {
        return new GenericDomainEventMessage<>(type, event.stream().value(), sequence, event, METADATA);
    }

    private void flush() {
        installation.append(List.copyOf(unit));
        unit.clear();
    }

    @Override
    public void close() {
        if (!unit.isEmpty()) {
            flush();
        }
    }
}
