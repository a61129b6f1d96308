package org.quitclaim.vault.seal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.quitclaim.vault.KeyRef;

/**
 * Unwrapped keys that may be used again without asking the key store.
 *
 * <p><b>Guarantees:</b> holds at most {@value #CAPACITY}, the least recently used goes first; none for longer than
 * {@link #LEASE} after it was read, however often it is used, so that a key destroyed by another process ends here too.
 */
final class KeyLeases {
    static final int CAPACITY = 4096;
    static final Duration LEASE = Duration.ofSeconds(30);

    private record Lease(DataKey key, long takenNanos) {}

    private final Map<KeyRef, Lease> leases = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<KeyRef, Lease> eldest) {
            return size() > CAPACITY;
        }
    };
    private final LongSupplier nanoTime;

    KeyLeases(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized Optional<DataKey> find(KeyRef ref) {
        Lease lease = leases.get(ref);
        if (lease == null) {
            return Optional.empty();
        }
        if (nanoTime.getAsLong() - lease.takenNanos() >= LEASE.toNanos()) {
            leases.remove(ref);
            return Optional.empty();
        }
        return Optional.of(lease.key());
    }

    synchronized void keep(KeyRef ref, DataKey key) {
        leases.put(ref, new Lease(key, nanoTime.getAsLong()));
    }

    synchronized void evict(KeyRef ref) {
        leases.remove(ref);
    }

    synchronized int size() {
        return leases.size();
    }
}
