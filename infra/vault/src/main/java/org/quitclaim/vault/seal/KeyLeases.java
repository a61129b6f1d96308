package org.quitclaim.vault.seal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.quitclaim.vault.KeyRef;

/**
 * Unwrapped keys that may be used again without asking the key store.
 *
 * <p><b>Guarantees:</b> holds at most {@value #CAPACITY}, the least recently used goes first; hands out none for longer
 * than {@link #LEASE} after it was read, however often it is used, so that a key destroyed by another process ends here
 * too. Nor does one that nobody asks for any more stay in memory.
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
    private final Later later;
    private boolean purging;

    /** Runs something after a while. */
    @FunctionalInterface
    interface Later {
        void run(Duration in, Runnable work);
    }

    KeyLeases(LongSupplier nanoTime) {
        this(
                nanoTime,
                (in, work) -> CompletableFuture.delayedExecutor(in.toNanos(), TimeUnit.NANOSECONDS)
                        .execute(work));
    }

    KeyLeases(LongSupplier nanoTime, Later later) {
        this.nanoTime = nanoTime;
        this.later = later;
    }

    synchronized Optional<DataKey> find(KeyRef ref) {
        Lease lease = leases.get(ref);
        if (lease == null) {
            return Optional.empty();
        }
        if (isOver(lease)) {
            leases.remove(ref);
            return Optional.empty();
        }
        return Optional.of(lease.key());
    }

    synchronized void keep(KeyRef ref, DataKey key) {
        leases.put(ref, new Lease(key, nanoTime.getAsLong()));
        if (!purging) {
            purging = true;
            later.run(LEASE, this::purge);
        }
    }

    private synchronized void purge() {
        leases.values().removeIf(this::isOver);
        purging = !leases.isEmpty();
        if (purging) {
            later.run(untilTheNextIsOver(), this::purge);
        }
    }

    private boolean isOver(Lease lease) {
        return age(lease) >= LEASE.toNanos();
    }

    private long age(Lease lease) {
        return nanoTime.getAsLong() - lease.takenNanos();
    }

    private Duration untilTheNextIsOver() {
        long oldest = leases.values().stream().mapToLong(this::age).max().orElse(0);
        return LEASE.minusNanos(oldest).plusNanos(1);
    }

    synchronized void clear() {
        leases.clear();
    }

    /** The caller holds the key's lock alone, so nobody is using it. */
    synchronized void evict(KeyRef ref) {
        Lease lease = leases.remove(ref);
        if (lease != null) {
            lease.key().destroy();
        }
    }

    synchronized int size() {
        return leases.size();
    }
}
