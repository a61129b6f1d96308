package org.quitclaim.query.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How far the read models are, and waiting for them.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class ReadPositions {
    private final Map<String, Long> reached = new HashMap<>();

    public ReadPositions(Collection<String> projections) {
        projections.forEach(name -> reached.put(name, 0L));
    }

    synchronized void reached(String projection, long position) {
        reached.merge(projection, position, Math::max);
        notifyAll();
    }

    synchronized void restart() {
        reached.replaceAll((name, position) -> 0L);
    }

    /** The position up to which every projection has come. */
    public synchronized long lowest() {
        return reached.values().stream().mapToLong(Long::longValue).min().orElse(0);
    }

    /** Waits until every projection has come that far; false when the time is over. */
    public synchronized boolean await(long position, Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        while (lowest() < position) {
            long leftMillis = (deadline - System.nanoTime()) / 1_000_000;
            if (leftMillis <= 0) {
                return false;
            }
            wait(leftMillis);
        }
        return true;
    }
}
