package org.quitclaim.eventstore;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.serialization.SerializationException;

/**
 * The events of one stream, each of them read before it is given: what nobody can read is damage of the stream, told at
 * once, and not a fault of whoever asked.
 *
 * <p><b>Errors:</b> {@link StreamDamaged}, also where the order or the end is not what it has to be.
 */
final class CheckedStream implements DomainEventStream {
    private final String stream;
    private final DomainEventStream events;
    private final Runnable onDamage;
    private final Consumer<DomainEventMessage<?>> order;
    private final Runnable end;

    private CheckedStream(
            String stream,
            DomainEventStream events,
            Runnable onDamage,
            Consumer<DomainEventMessage<?>> order,
            Runnable end) {
        this.stream = stream;
        this.events = events;
        this.onDamage = onDamage;
        this.order = order;
        this.end = end;
    }

    /** Of a store that looks after the order itself. */
    static DomainEventStream readable(String stream, DomainEventStream events, Runnable onDamage) {
        return new CheckedStream(stream, events, onDamage, event -> {}, () -> {});
    }

    /**
     * Of a store that does not.
     *
     * @param highest as in {@link StreamOrder#end}
     */
    static DomainEventStream whole(
            String stream, DomainEventStream events, Runnable onDamage, long first, long highest) {
        StreamOrder order = new StreamOrder(stream, first);
        if (highest < first - 1) {
            onDamage.run();
            throw StreamDamaged.ends(stream, highest + 1, first - 1);
        }
        return new CheckedStream(
                stream, events, onDamage, event -> order.admit(event.getSequenceNumber()), () -> order.end(highest));
    }

    @Override
    public boolean hasNext() {
        boolean more = told(events::hasNext);
        if (!more) {
            told(() -> {
                end.run();
                return true;
            });
        }
        return more;
    }

    @Override
    public DomainEventMessage<?> next() {
        return told(() -> {
            DomainEventMessage<?> event = events.next();
            order.accept(event);
            return readable(event);
        });
    }

    @Override
    public DomainEventMessage<?> peek() {
        return told(() -> readable(events.peek()));
    }

    @Override
    public Long getLastSequenceNumber() {
        return events.getLastSequenceNumber();
    }

    private DomainEventMessage<?> readable(DomainEventMessage<?> event) {
        if (!canRead(event)) {
            throw StreamDamaged.unreadable(stream, event.getSequenceNumber());
        }
        return event;
    }

    /** Makes the objects, which Axon would leave to whoever uses them. */
    @SuppressWarnings("ReturnValueIgnored")
    static boolean canRead(DomainEventMessage<?> event) {
        try {
            event.getPayload();
            event.getMetaData();
            return true;
        } catch (RuntimeException e) {
            // whatever the form's own type says against the bytes; nothing else happens in there
            return false;
        }
    }

    private <T> T told(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (StreamDamaged e) {
            onDamage.run();
            throw e;
        } catch (SerializationException e) {
            onDamage.run();
            throw StreamDamaged.unreadable(stream);
        }
    }
}
