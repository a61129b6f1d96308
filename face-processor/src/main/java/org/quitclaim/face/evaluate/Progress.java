package org.quitclaim.face.evaluate;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Tells whoever waits how far the work is, now and then.
 *
 * <p><b>Guarantees</b>: nothing within the first two seconds, afterwards a line every two seconds and, once it is clear that
 * it takes longer, every ten; on a stream of its own, so that the result reads the same with and without.
 */
final class Progress {

    private static final long OFTEN = Duration.ofSeconds(2).toNanos();
    private static final long SELDOM = Duration.ofSeconds(10).toNanos();
    private static final long PATIENCE = Duration.ofSeconds(20).toNanos();

    private final PrintStream err;
    private final LongSupplier nanoTime;
    private final long start;
    private long last;

    Progress(PrintStream err, LongSupplier nanoTime) {
        this.err = err;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.last = start;
    }

    void at(int done, int total, String what) {
        long now = nanoTime.getAsLong();
        long interval = now - start < PATIENCE ? OFTEN : SELDOM;
        if (now - last >= interval) {
            last = now;
            err.printf("  %d of %d %s%n", done, total, what);
        }
    }
}
