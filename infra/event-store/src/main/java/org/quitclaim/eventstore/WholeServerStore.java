package org.quitclaim.eventstore;

import java.util.Optional;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * Axon Server over its maker's connector, which takes for whole whatever is sent.
 *
 * <p><b>Guarantees:</b> a stream is read to the highest sequence that the server knew when its reading began, without a
 * gap, or not at all. That costs one more question for each reading. A snapshot that cannot be read is passed over: the
 * stream says the same.
 *
 * <p><b>Errors:</b> {@link StreamDamaged}, told to {@link HistoryFaults} first.
 */
final class WholeServerStore extends AxonServerEventStore {
    private final HistoryFaults faults;

    private WholeServerStore(Builder builder, HistoryFaults faults) {
        super(builder);
        this.faults = faults;
    }

    static WholeServerStore of(Builder builder, HistoryFaults faults) {
        // the connector gives its builder the engine here and nowhere else; the store that comes with it is not used
        builder.build();
        return new WholeServerStore(builder, faults);
    }

    @Override
    public DomainEventStream readEvents(String stream) {
        Optional<DomainEventMessage<?>> snapshot = snapshot(stream).filter(CheckedStream::canRead);
        return snapshot.isEmpty()
                ? readEvents(stream, 0)
                : DomainEventStream.concat(
                        DomainEventStream.of(snapshot.get()),
                        readEvents(stream, snapshot.get().getSequenceNumber() + 1));
    }

    private Optional<DomainEventMessage<?>> snapshot(String stream) {
        EventStorageEngine engine = storageEngine();
        try {
            return engine.readSnapshot(stream);
        } catch (RuntimeException e) {
            return handleSnapshotReadingError(stream, e);
        }
    }

    @Override
    public DomainEventStream readEvents(String stream, long first) {
        // before the reading: what somebody appends meanwhile is not missed
        long highest = lastSequenceNumberFor(stream).orElse(-1L);
        return CheckedStream.whole(stream, super.readEvents(stream, first), faults::report, first, highest);
    }
}
