package org.quitclaim.eventstore;

import java.util.Optional;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;

/**
 * Axon Server over its maker's connector, which takes for whole whatever is sent.
 *
 * <p><b>Guarantees:</b> a stream is read to the highest sequence that the server knew when its reading began, without a
 * gap, or not at all. That costs one more question for each reading. A snapshot that cannot be read, was
 * changed or is another process's is passed over: the stream says the same. It still tells how far its stream went.
 *
 * <p><b>Errors:</b> {@link StreamDamaged}, told to {@link HistoryFaults} first.
 */
final class WholeServerStore extends AxonServerEventStore {
    private final HistoryFaults faults;
    private final OwnSnapshots snapshots;

    private WholeServerStore(Builder builder, HistoryFaults faults, OwnSnapshots snapshots) {
        super(builder);
        this.faults = faults;
        this.snapshots = snapshots;
    }

    static WholeServerStore of(Builder builder, HistoryFaults faults, Serializer serializer) {
        // the connector gives its builder the engine here and nowhere else; the store that comes with it is not used
        builder.build();
        return new WholeServerStore(builder, faults, new OwnSnapshots(serializer));
    }

    @Override
    public DomainEventStream readEvents(String stream) {
        Optional<DomainEventMessage<?>> snapshot = snapshot(stream);
        if (snapshot.isEmpty()) {
            return readEvents(stream, 0);
        }
        long next = snapshot.get().getSequenceNumber() + 1;
        return snapshots.holds(snapshot.get())
                ? DomainEventStream.concat(DomainEventStream.of(snapshot.get()), readEvents(stream, next))
                : readEvents(stream, 0, next - 1);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        super.storeSnapshot(snapshot);
        snapshots.stored(snapshot);
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
        return readEvents(stream, first, first - 1);
    }

    /** @param known a sequence that the stream had once */
    private DomainEventStream readEvents(String stream, long first, long known) {
        // before the reading: what somebody appends meanwhile is not missed
        long highest = lastSequenceNumberFor(stream).orElse(-1L);
        if (highest < known) {
            faults.report();
            throw StreamDamaged.ends(stream, highest + 1, known);
        }
        return CheckedStream.whole(stream, super.readEvents(stream, first), faults::report, first, highest);
    }
}
