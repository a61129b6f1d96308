package org.quitclaim.command.room;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How many files and connections this process has open, and may have. Counted at most once a second, since the system
 * counts them one by one; known on Unix only, and elsewhere never short.
 */
final class FileHandles {
    private static final long COUNT_EVERY_NANOS = 1_000_000_000L;
    /** Of those allowed; the others are for the stores and for people who demand something. */
    private static final double FREE_SHARE = 0.1;

    private record Count(long open, long allowed, long atNanos) {
        boolean isShort() {
            return allowed - open < allowed * FREE_SHARE;
        }
    }

    private volatile Count last = count();

    boolean areShort() {
        return now().isShort();
    }

    long open() {
        return now().open();
    }

    long allowed() {
        return now().allowed();
    }

    private Count now() {
        Count known = last;
        if (System.nanoTime() - known.atNanos() > COUNT_EVERY_NANOS) {
            known = count();
            last = known;
        }
        return known;
    }

    private static Count count() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? new Count(unix.getOpenFileDescriptorCount(), unix.getMaxFileDescriptorCount(), System.nanoTime())
                : new Count(0, Long.MAX_VALUE, System.nanoTime());
    }
}
