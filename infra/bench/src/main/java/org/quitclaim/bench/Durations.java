package org.quitclaim.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;

/**
 * Sorted durations.
 *
 * <p><b>Units</b>: taken in nanoseconds, answered in milliseconds.
 */
final class Durations {
    private final long[] sorted;

    private Durations(long[] sorted) {
        this.sorted = sorted;
    }

    static Durations of(Collection<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        Arrays.sort(sorted);
        return new Durations(sorted);
    }

    /** What all threads of this process took of the processors until now. */
    static Duration processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    double percentile(int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    int count() {
        return sorted.length;
    }

    @Override
    public String toString() {
        return "p50 %.1f ms, p99 %.1f ms, max %.1f ms, n=%d"
                .formatted(percentile(50), percentile(99), percentile(100), sorted.length);
    }
}
