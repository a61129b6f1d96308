package org.quitclaim.vault.embedded;

import java.nio.file.Path;

/**
 * Where an embedded vault lies.
 *
 * @param data holds {@code keys.db}, {@code records.db} and the sealed files
 * @param keys holds the key-encryption key; never inside {@code data}, or a copy of the one would be a copy of both
 */
public record VaultFolders(Path data, Path keys) {
    public VaultFolders {
        data = data.toAbsolutePath().normalize();
        keys = keys.toAbsolutePath().normalize();
        if (keys.startsWith(data)) {
            throw new IllegalArgumentException("the key folder must lie outside the data folder");
        }
    }

    /** The key folder beside the data folder, with the suffix {@code -keys}. */
    public static VaultFolders of(Path data) {
        Path absolute = data.toAbsolutePath().normalize();
        return new VaultFolders(absolute, absolute.resolveSibling(absolute.getFileName() + "-keys"));
    }
}
