package org.quitclaim.vault.seal;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.epoch.KeyGuard;

/**
 * Lets sealing and opening run side by side, and keeps every change of a key's state apart from both.
 *
 * <p><b>Guarantees:</b> one lock covers all generations of an owner and scope. Locks are striped: unrelated keys may share
 * one. No deadlock: a holder of an exclusive lock takes no other, and several at once are taken in one order.
 */
final class KeyLocks implements KeyGuard {
    private static final int STRIPES = 512;

    private final List<ReentrantReadWriteLock> stripes = IntStream.range(0, STRIPES)
            .mapToObj(i -> new ReentrantReadWriteLock())
            .toList();

    @Override
    public Held shared(Collection<KeyRef> keys) {
        return take(inOrder(keys).<Lock>mapToObj(i -> stripes.get(i).readLock()).toList());
    }

    Held exclusive(KeyRef key) {
        return exclusive(List.of(key));
    }

    Held exclusive(Collection<KeyRef> keys) {
        return take(
                inOrder(keys).<Lock>mapToObj(i -> stripes.get(i).writeLock()).toList());
    }

    private static IntStream inOrder(Collection<KeyRef> keys) {
        return keys.stream().mapToInt(KeyLocks::stripe).sorted().distinct();
    }

    /** Each lock is taken once and let go before the next, so nobody waits for more than one. */
    @Override
    public void outlast() {
        for (ReentrantReadWriteLock stripe : stripes) {
            stripe.writeLock().lock();
            stripe.writeLock().unlock();
        }
    }

    private static Held take(List<Lock> locks) {
        locks.forEach(Lock::lock);
        return () -> locks.reversed().forEach(Lock::unlock);
    }

    private static int stripe(KeyRef key) {
        return Math.floorMod(31 * key.owner().hashCode() + key.scope().ordinal(), STRIPES);
    }
}
