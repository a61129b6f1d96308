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
 * The file that says that a data folder is being restored into. It comes first and goes last, so that what a crash left
 * is known and may be begun anew; no vault opens meanwhile.
 *
 * <p>Nothing is moved into place, because the data folder may be a mount point, which nothing can be moved onto.
 */
public final class RestoreMark implements AutoCloseable {
    static final String NAME = "restore-unfinished";
    /** What a new file system has in it. */
    private static final String OF_THE_FILE_SYSTEM = "lost+found";

    private final Path folder;
    private final boolean folderIsNew;
    private final FileChannel channel;

    private RestoreMark(Path folder, boolean folderIsNew, FileChannel channel) {
        this.folder = folder;
        this.folderIsNew = folderIsNew;
        this.channel = channel;
    }

    /** Whether a restore into the folder is under way or was not finished. */
    public static boolean isIn(Path data) {
        return Files.exists(data.resolve(NAME));
    }

    /** Whether nothing would be lost: the folder is not there, empty, or what an earlier restore left unfinished. */
    public static boolean mayBeSet(Path data) throws IOException {
        return Files.notExists(data) || isIn(data) || contents(data).isEmpty();
    }

    /** Sets it, and removes what an earlier restore left; empty while another process is restoring there. */
    public static Optional<RestoreMark> set(Path data) throws IOException {
        boolean isNew = Files.notExists(data);
        OwnerOnly.folder(data);
        FileChannel channel = FileChannel.open(data.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            return Optional.empty();
        }
        OwnerOnly.syncFolder(data);
        RestoreMark mark = new RestoreMark(data, isNew, channel);
        mark.empty();
        return Optional.of(mark);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** What was restored is whole. */
    public void remove() throws IOException {
        OwnerOnly.syncFolder(folder);
        Files.delete(folder.resolve(NAME));
        OwnerOnly.syncFolder(folder);
    }

    /** Leaves things as they were before. */
    public void undo() throws IOException {
        empty();
        Files.delete(folder.resolve(NAME));
        if (folderIsNew) {
            Files.delete(folder);
        }
    }

    private void empty() throws IOException {
        for (Path each : contents(folder)) {
            if (!each.getFileName().toString().equals(NAME)) {
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
