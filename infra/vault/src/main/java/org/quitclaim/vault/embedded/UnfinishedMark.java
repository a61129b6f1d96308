package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The file that says that a folder is being filled. It comes first and goes last, so that what a crash left is known and may
 * be begun anew; nobody uses the folder meanwhile.
 *
 * <p>Nothing is moved into place, because the folder may be a mount point, which nothing can be moved onto.
 */
public final class UnfinishedMark implements AutoCloseable {
    /** By what. */
    public enum By {
        /** A data folder; no vault opens in it. */
        RESTORE("restore-unfinished"),
        /** The folder of a backup; nothing is restored from it. */
        BACKUP("backup-unfinished");

        private final String file;

        By(String file) {
            this.file = file;
        }
    }

    /** What a new file system has in it. */
    private static final String OF_THE_FILE_SYSTEM = "lost+found";

    private final By by;
    private final Path folder;
    private final boolean folderIsNew;
    private final FileChannel channel;

    private UnfinishedMark(By by, Path folder, boolean folderIsNew, FileChannel channel) {
        this.by = by;
        this.folder = folder;
        this.folderIsNew = folderIsNew;
        this.channel = channel;
    }

    /** Whether it is under way there, or was not finished. */
    public static boolean isIn(Path folder, By by) {
        return Files.exists(folder.resolve(by.file));
    }

    /** Whether nothing would be lost: the folder is not there, empty, or what an earlier one left unfinished. */
    public static boolean mayBeSet(Path folder, By by) throws IOException {
        return Files.notExists(folder) || isIn(folder, by) || contents(folder).isEmpty();
    }

    /** Sets it, and removes what an earlier one left; empty while another process is at work there. */
    public static Optional<UnfinishedMark> set(Path folder, By by) throws IOException {
        boolean isNew = Files.notExists(folder);
        OwnerOnly.folder(folder);
        FileChannel channel = marked(folder, by, isNew);
        if (!locked(channel)) {
            channel.close();
            return Optional.empty();
        }
        OwnerOnly.syncFolder(folder);
        UnfinishedMark mark = new UnfinishedMark(by, folder, isNew, channel);
        mark.empty();
        return Optional.of(mark);
    }

    /** Where there is no room for as much as that, nothing is left. */
    private static FileChannel marked(Path folder, By by, boolean folderIsNew) throws IOException {
        try {
            return FileChannel.open(folder.resolve(by.file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            if (folderIsNew) {
                Files.delete(folder);
            }
            throw e;
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** What was written is whole. */
    public void remove() throws IOException {
        OwnerOnly.syncFolder(folder);
        Files.delete(folder.resolve(by.file));
        OwnerOnly.syncFolder(folder);
    }

    /** Leaves things as they were before. */
    public void undo() throws IOException {
        empty();
        Files.delete(folder.resolve(by.file));
        if (folderIsNew) {
            Files.delete(folder);
        }
    }

    private void empty() throws IOException {
        for (Path each : contents(folder)) {
            if (!each.getFileName().toString().equals(by.file)) {
                delete(each);
            }
        }
    }

    private static List<Path> contents(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().equals(OF_THE_FILE_SYSTEM))
                    .toList();
        }
    }

    private static void delete(Path each) throws IOException {
        if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
            for (Path inside : contents(each)) {
                delete(inside);
            }
        }
        Files.delete(each);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
