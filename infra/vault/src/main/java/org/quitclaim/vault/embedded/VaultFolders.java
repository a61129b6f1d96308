package org.quitclaim.vault.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where an embedded vault lies.
 *
 * @param data holds {@code keys.db}, {@code records.db} and the sealed files
 * @param keys holds the key-encryption key; never inside {@code data}, or a copy of the one would be a copy of both
 * @param keyCopies where further copies of the key-encryption key are kept
 * @param backups the backup target: the ledger of erasures and the backup of the wrapped keys; outside {@code data},
 *     better on another disk
 */
public record VaultFolders(Path data, Path keys, List<Path> keyCopies, Path backups) {
    public VaultFolders {
        data = plain(data);
        keys = plain(keys);
        keyCopies = keyCopies.stream().map(VaultFolders::plain).toList();
        backups = plain(backups);
        if (keys.startsWith(data) || insideOf(data, keyCopies)) {
            throw new IllegalArgumentException("the key folder must lie outside the data folder");
        }
        if (backups.startsWith(data)) {
            throw new IllegalArgumentException("the backup target must lie outside the data folder");
        }
    }

    /** Without further copies, and with the backup target beside the data folder. */
    public VaultFolders(Path data, Path keys) {
        this(data, keys, List.of(), beside(data, "-backup"));
    }

    /** The key folder beside the data folder, with the suffix {@code -keys}, the backup target with {@code -backup}. */
    public static VaultFolders of(Path data) {
        return new VaultFolders(data, beside(data, "-keys"));
    }

    /** The key folder first, then those with copies. */
    List<Path> everyKeyFolder() {
        return Stream.concat(Stream.of(keys), keyCopies.stream()).distinct().toList();
    }

    private static Path beside(Path data, String suffix) {
        Path absolute = plain(data);
        return absolute.resolveSibling(absolute.getFileName() + suffix);
    }

    private static boolean insideOf(Path folder, List<Path> others) {
        return others.stream().anyMatch(other -> other.startsWith(folder));
    }

    private static Path plain(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
