package org.quitclaim.eventstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file in the data folder that holds nothing and is given up piece by piece when the disk is full, so that what a person
 * may demand is still written down.
 *
 * <p><b>Guarantees:</b> a piece goes only when hardly any room is left, or a write found none; never all at once, so that
 * a neighbour that fills the disk does not get it in one go. It is made again when there is more room than {@link
 * DiskSettings#low}. It takes nothing from a disk that is low already.
 *
 * <p><b>Not guaranteed:</b> that what is given up is not taken by another process that writes to the same disk.
 *
 * <p><b>Units:</b> bytes. <b>Thread-safety:</b> safe.
 */
public final class DiskReserve implements RoomMaker, AutoCloseable {
    /** Its name in the data folder. */
    public static final String FILE = "room-reserve";

    /** An empty file that is made and deleted, to see whether the disk takes any. */
    private static final String TRIED = "room-tried";

    private static final Logger LOG = LoggerFactory.getLogger(DiskReserve.class);
    private static final int PIECE = 4 << 20;
    /** So little that the next commits might find none. */
    private static final long BRINK = 2L * PIECE;

    private static final long LOOK_EVERY_MILLIS = 250;
    /** A try writes to the disk, so it is rare while all is well. */
    private static final int LOOKS_PER_TRY = 120;

    private final Path folder;
    private final FileChannel file;
    private final long whole;
    private final long low;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("disk-reserve").factory());
    private volatile long held;
    private volatile boolean takesFiles = true;
    private int looks;
    private Standing.Level told = Standing.Level.ENOUGH;

    /**
     * How the disk of the data folder stands.
     *
     * @param free to this process, without the reserve
     * @param low with less than this free it is low
     * @param reserve what is left of it
     * @param wholeReserve what it should be
     */
    public record Standing(long free, long low, long reserve, long wholeReserve) {
        /** From good to bad. */
        public enum Level {
            ENOUGH,
            LOW,
            FULL
        }

        public Level level() {
            if (free >= low) {
                return Level.ENOUGH;
            }
            return free < BRINK || reserve < wholeReserve && free < low / 2 ? Level.FULL : Level.LOW;
        }
    }

    private DiskReserve(Path folder, FileChannel file, DiskSettings settings) throws IOException {
        this.folder = folder;
        this.file = file;
        this.whole = settings.reserve().toBytes();
        this.low = settings.low().toBytes();
        this.held = file.size();
    }

    /** Opens what an earlier run left, at once usable for a start on a full disk; it is filled up in the background. */
    static DiskReserve open(Path folder, DiskSettings settings) {
        try {
            FileChannel file =
                    FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            DiskReserve reserve = new DiskReserve(folder, file, settings);
            reserve.look();
            reserve.looking.scheduleWithFixedDelay(
                    reserve::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            return reserve;
        } catch (IOException e) {
            throw new UncheckedIOException("The reserve of room cannot be opened in the data folder.", e);
        }
    }

    public Standing standing() {
        return new Standing(folder.toFile().getUsableSpace(), low, held, whole);
    }

    /**
     * Whether a file could be made when it was tried last: twice a minute, and at every look while none can. A file
     * system has a number of files that it can hold, and tells nobody how many are left.
     */
    public boolean takesFiles() {
        return takesFiles;
    }

    /** Gives up a piece of the reserve, if any is left. */
    @Override
    public synchronized boolean makeRoom() {
        if (held == 0) {
            return false;
        }
        try {
            file.truncate(Math.max(0, held - PIECE));
            // some file systems give room back only when this is on the disk
            file.force(true);
            held = file.size();
            return true;
        } catch (IOException e) {
            LOG.error(
                    "The reserve of room cannot be given up ({}).", e.getClass().getSimpleName());
            return false;
        }
    }

    private synchronized void look() {
        Standing now = standing();
        if (now.free() < BRINK) {
            makeRoom();
        } else if (held > whole) {
            shrink();
        } else if (held < whole && now.free() >= low + PIECE) {
            grow();
        }
        tell(now);
        if (looks++ % LOOKS_PER_TRY == 0 || !takesFiles) {
            tryAFile(now);
        }
    }

    private void tryAFile(Standing now) {
        Path tried = folder.resolve(TRIED);
        boolean taken;
        try {
            // left by a process that died here
            Files.deleteIfExists(tried);
            Files.createFile(tried);
            Files.delete(tried);
            taken = true;
        } catch (IOException e) {
            taken = false;
        }
        if (taken != takesFiles) {
            takesFiles = taken;
            if (taken) {
                LOG.warn("The disk of the data folder takes files again.");
            } else {
                LOG.error(
                        "The disk of the data folder takes no more files, though {} MB are free: {}. Photos, new"
                                + " consents and exports are refused; withdrawals go on. Look at df -i.",
                        megabytes(now.free()),
                        folder);
            }
        }
    }

    private void shrink() {
        try {
            file.truncate(whole);
            held = whole;
        } catch (IOException e) {
            LOG.warn(
                    "The reserve of room cannot be made smaller ({}).",
                    e.getClass().getSimpleName());
        }
    }

    /** By as many pieces as leave enough free. Filled with noise, since some file systems keep zeros for nothing. */
    private void grow() {
        byte[] noise = new byte[PIECE];
        new SplittableRandom().nextBytes(noise);
        try {
            while (held < whole && folder.toFile().getUsableSpace() >= low + PIECE) {
                ByteBuffer piece = ByteBuffer.wrap(noise, 0, (int) Math.min(PIECE, whole - held));
                while (piece.hasRemaining()) {
                    file.write(piece, held + piece.position());
                }
                held = file.size();
            }
            file.force(true);
        } catch (IOException e) {
            LOG.warn("The reserve of room cannot be filled ({}).", e.getClass().getSimpleName());
        }
    }

    private void tell(Standing now) {
        Standing.Level level = now.level();
        if (level == told) {
            return;
        }
        told = level;
        switch (level) {
            case ENOUGH -> LOG.warn("The disk of the data folder has room again ({} MB free).", megabytes(now.free()));
            case LOW ->
                LOG.error(
                        "The disk of the data folder is low: {} MB free, and below {} MB uploads, previews, exports,"
                                + " backups and new consents are refused. Make room or move {} to a larger disk.",
                        megabytes(now.free()),
                        megabytes(now.low()),
                        folder);
            case FULL ->
                LOG.error(
                        "The disk of the data folder is full: {} MB free, and {} of {} MB of the reserve are left for"
                                + " withdrawals, objections, erasures and refusals. Make room now: {}.",
                        megabytes(now.free()),
                        megabytes(now.reserve()),
                        megabytes(now.wholeReserve()),
                        folder);
        }
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }

    @Override
    public void close() throws IOException {
        looking.shutdownNow();
        synchronized (this) {
            file.close();
        }
    }
}
