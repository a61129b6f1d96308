package org.quitclaim.demo;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what the server does in its own time, such as destroying a key; never longer than a minute. */
final class Patience {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Patience() {}

    /** The first look that satisfies, or the last one after a minute. */
    static <T> T until(Supplier<T> look, Predicate<T> enough) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        T seen = look.get();
        while (!enough.test(seen) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
            seen = look.get();
        }
        return seen;
    }
}
