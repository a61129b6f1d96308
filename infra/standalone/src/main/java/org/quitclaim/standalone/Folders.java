package org.quitclaim.standalone;

import java.nio.file.Path;
import java.util.List;
import org.quitclaim.vault.embedded.VaultFolders;

/** Where a verb that starts no server finds the vault. */
final class Folders {
    private Folders() {}

    static VaultFolders of(Options options) {
        VaultFolders beside = VaultFolders.of(data(options));
        return new VaultFolders(
                beside.data(),
                options.path("--kek").orElse(beside.keys()),
                List.of(),
                options.path("--backup-target").orElse(beside.backups()));
    }

    static Path data(Options options) {
        return options.path("--data").orElse(Path.of("quitclaim-data"));
    }
}
