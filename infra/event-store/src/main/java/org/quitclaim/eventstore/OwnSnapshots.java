package org.quitclaim.eventstore;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.Serializer;

/**
 * The snapshots that this process made, so that it uses no others: what a snapshot says is compared with nothing, and a
 * changed one would clear what somebody took back. A stream whose snapshot is not its own says the same, only later.
 *
 * <p><b>Shape:</b> the newest of each stream, as its sequence and a digest.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class OwnSnapshots {
    private final Map<String, Snapshot> made = new ConcurrentHashMap<>();
    private final Serializer serializer;

    private record Snapshot(long sequence, byte[] digest) {
        Snapshot orNewer(Snapshot other) {
            return other.sequence > sequence ? other : this;
        }

        boolean is(Snapshot other) {
            return sequence == other.sequence && MessageDigest.isEqual(digest, other.digest);
        }
    }

    OwnSnapshots(Serializer serializer) {
        this.serializer = serializer;
    }

    /** To be called when it is stored. */
    void stored(DomainEventMessage<?> snapshot) {
        made.merge(snapshot.getAggregateIdentifier(), of(snapshot), Snapshot::orNewer);
    }

    /** Whether this is what this process stored last for its stream. */
    boolean holds(DomainEventMessage<?> snapshot) {
        Snapshot own = made.get(snapshot.getAggregateIdentifier());
        return own != null
                && own.sequence == snapshot.getSequenceNumber()
                && CheckedStream.canRead(snapshot)
                && own.is(of(snapshot));
    }

    private Snapshot of(DomainEventMessage<?> snapshot) {
        byte[] payload =
                serializer.serialize(snapshot.getPayload(), byte[].class).getData();
        byte[] digest = EventDigest.sha256().digest(payload);
        return new Snapshot(snapshot.getSequenceNumber(), Arrays.copyOf(digest, EventDigest.BYTES));
    }
}
