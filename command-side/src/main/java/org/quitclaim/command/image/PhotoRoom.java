package org.quitclaim.command.image;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.problem.Shortage;

/**
 * How much memory photos in the clear may take together; whoever does not fit in waits for a turn.
 *
 * <p><b>Guarantees:</b> first come, first served. What needs more than there is gets all of it, alone; where it needs
 * all of that at once, and far more than there is, it is refused, since with it the whole process would run out of memory.
 * Nobody may enter twice.
 *
 * <p><b>Units:</b> bytes.
 *
 * <p><b>Errors:</b> {@code server.memory-short} if the turn does not come in time, {@code server.memory-below-photo} if it
 * never would; nothing was changed then.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class PhotoRoom {
    private static final int MEBIBYTE = 1 << 20;

    /** Needs are told a little too high, and the share of the heap is chosen a little too low. */
    private static final double STILL_FITS = 1.25;

    private final int all;
    private final Semaphore free;
    private final Duration patience;

    public PhotoRoom(long bytes, Duration patience) {
        this.all = Math.toIntExact(Math.max(1, bytes / MEBIBYTE));
        this.free = new Semaphore(all, true);
        this.patience = patience;
    }

    /** A share of what the heap may grow to. */
    public static PhotoRoom ofHeap(double share, Duration patience) {
        return new PhotoRoom((long) (Runtime.getRuntime().maxMemory() * share), patience);
    }

    /** For what cannot be done in parts. */
    public Place enterWhole(long bytes) {
        if (bytes / MEBIBYTE + 1 > all * STILL_FITS) {
            throw new RejectedException(Shortage.MEMORY_BELOW_PHOTO);
        }
        return enter(bytes);
    }

    public Place enter(long bytes) {
        int wanted = (int) Math.clamp(bytes / MEBIBYTE + 1, 1, all);
        try {
            if (!free.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RejectedException(Shortage.MEMORY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedException(Shortage.MEMORY);
        }
        return new Place(free, wanted);
    }

    /** Until it is closed, once. */
    public record Place(Semaphore free, int taken) implements AutoCloseable {
        @Override
        public void close() {
            free.release(taken);
        }
    }
}
