package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.StorageFailure;

/**
 * Where an embedded vault lies.
 *
 * @param data holds {@code keys.db}, {@code records.db} and the sealed files
 * @param keys holds the key-encryption key; apart from {@code data}, or a copy of the one would be a copy of both
 * @param keyCopies where further copies of the key-encryption key are kept
 * @param backups the backup target: the ledger and the backup of the wrapped keys; outside {@code data},
 *     better on another disk
 */
public record VaultFolders(Path data, Path keys, List<Path> keyCopies, Path backups) {
    public VaultFolders {
        data = plain(data);
        keys = plain(keys);
        keyCopies = keyCopies.stream().map(VaultFolders::plain).toList();
        backups = plain(backups);
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
    public List<Path> everyKeyFolder() {
        return Stream.concat(Stream.of(keys), keyCopies.stream()).distinct().toList();
    }

    private static Path beside(Path data, String suffix) {
        Path absolute = plain(data);
        return absolute.resolveSibling(absolute.getFileName() + suffix);
    }

    /**
     * Looks whether a copy of one of them could be a copy of another, links followed.
     *
     * @throws VaultException (vault.folders-overlap) if two are the same, or one lies in the other
     */
    public void requireApart() throws VaultException {
        List<Path> all = every().toList();
        for (int i = 0; i < all.size(); i++) {
            for (Path other : all.subList(i + 1, all.size())) {
                if (overlap(all.get(i), other)) {
                    throw VaultException.foldersOverlap(all.get(i).toString(), other.toString());
                }
            }
        }
    }

    /** Which of them a further folder overlaps with, if any. */
    public Optional<Path> overlapping(Path further) throws StorageFailure {
        for (Path each : every().toList()) {
            if (overlap(each, further)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private Stream<Path> every() {
        return Stream.concat(Stream.of(data), apart());
    }

    /** All but the data folder. */
    Stream<Path> apart() {
        return Stream.of(Stream.of(keys), keyCopies.stream(), Stream.of(backups))
                .flatMap(each -> each);
    }

    private static boolean overlap(Path one, Path other) throws StorageFailure {
        try {
            return RealPath.overlap(one, other);
        } catch (IOException e) {
            throw new StorageFailure("look where " + one + " and " + other + " lead", e);
        }
    }

    private static Path plain(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
