package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that nobody but their owner can read, where the file system knows owners. */
final class OwnerOnly {
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /** The folder, made durably if it is missing: keys that survive a power cut need their folder to survive it too. */
    public static Path folder(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        Path parent = absolute.getParent();
        if (Files.notExists(absolute)) {
            Files.createDirectories(absolute);
            if (parent != null) {
                syncFolder(parent);
            }
        }
        restrict(absolute, "rwx------");
        return folder;
    }

    /** An empty file to write to, instead of one that is there; at no moment readable by anybody else. */
    public static FileChannel create(Path file) throws IOException {
        Files.deleteIfExists(file);
        return open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    }

    /** Opens a file, making it, if the options say so, so that nobody else can read it at any moment. */
    public static FileChannel open(Path file, OpenOption... options) throws IOException {
        boolean knowsOwners = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileChannel channel = knowsOwners
                ? FileChannel.open(file, Set.of(options), PosixFilePermissions.asFileAttribute(OWNERS))
                : FileChannel.open(file, options);
        file(file);
        return channel;
    }

    /** Restricts a file that is there already, or was made by a library. */
    public static void file(Path file) throws IOException {
        restrict(file, "rw-------");
    }

    /** A new or changed name in a folder survives a power cut only once the folder itself is written out. */
    static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void restrict(Path path, String permissions) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }
}
