package org.quitclaim.eventstore;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The exclusive right of this process to one data folder.
 *
 * <p><b>Guarantees:</b> while it is held no other process, and no other holder in this one, gets it; the operating
 * system releases it when the process ends in whatever way. Whoever opens a file under the data folder takes this as a
 * constructor argument, so that nothing is opened before the lock.
 *
 * <p><b>Errors:</b> {@link RefusedStart} with {@code start.data-folder-in-use} or {@code start.data-folder-unusable}.
 */
public final class DataFolderLock implements AutoCloseable {
    private static final String FILE = "in-use.lock";

    private final Path folder;
    private final FileChannel channel;

    private DataFolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Creates the folder where it is missing, and takes the lock without waiting. */
    public static DataFolderLock acquire(Path folder) {
        try {
            Path real = Files.createDirectories(folder.toAbsolutePath()).toRealPath();
            FileChannel channel =
                    FileChannel.open(real.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new RefusedStart(
                        "start.data-folder-in-use",
                        "Another Quitclaim already uses the data folder " + real
                                + ". Stop it first, or choose another folder.");
            }
            return new DataFolderLock(real, channel);
        } catch (IOException e) {
            throw new RefusedStart(
                    "start.data-folder-unusable",
                    "The data folder " + folder.toAbsolutePath().normalize()
                            + " cannot be made or written to. Give another one with --data, or let its owner start.",
                    e);
        }
    }

    /** Whether somebody, here or in another process, holds the folder; one that cannot be reached counts as held by nobody. */
    public static boolean isHeld(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.WRITE)) {
            // the lock goes with the channel
            return tryLock(channel) == null;
        } catch (IOException e) {
            return false;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** The locked folder, absolute and without symbolic links. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
