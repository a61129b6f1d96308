package org.quitclaim.vault.backup;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Whether a copy of a data folder fits where it is to go, so that it is not the backup that fills the disk of the data. */
final class RoomForCopy {
    private RoomForCopy() {}

    /**
     * @param keepFree what has to be left where both are on one disk
     * @throws BackupRefused if it does not fit
     */
    static void require(Path data, List<String> names, Path to, long keepFree) throws BackupRefused, IOException {
        FileStore target = Files.getFileStore(nearest(to));
        long free = target.getUsableSpace();
        long needed = size(data, names) + (target.equals(Files.getFileStore(data)) ? keepFree : 0);
        if (free < needed) {
            throw new BackupRefused(
                    "backup.no-room",
                    "The disk of " + to + " has " + (free >> 20) + " MB free, and the backup needs "
                            + ((needed >> 20) + 1) + " MB there, with what has to stay free for the server. Make room,"
                            + " or give a folder on another disk; nothing was written.");
        }
    }

    private static Path nearest(Path folder) {
        Path there = folder.toAbsolutePath();
        while (there.getParent() != null && Files.notExists(there)) {
            there = there.getParent();
        }
        return there;
    }

    private static long size(Path data, List<String> names) throws IOException {
        long bytes = 0;
        for (String name : names) {
            Path place = data.resolve(name);
            if (Files.exists(place)) {
                try (Stream<Path> files = Files.walk(place)) {
                    bytes += files.map(Path::toFile)
                            .mapToLong(java.io.File::length)
                            .sum();
                }
            }
        }
        return bytes;
    }
}
