package org.quitclaim.standalone;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code --data}, {@code --kek} and {@code --backup-target}: where an installation is. */
final class VaultOptions {
    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--kek",
            paramLabel = "DIR",
            converter = Arguments.Folder.class,
            description = "where the key that protects all keys is kept; by default beside the data folder")
    private @Nullable Path kek;

    @Option(
            names = "--backup-target",
            paramLabel = "DIR",
            converter = Arguments.Folder.class,
            description = "the ledger of every no and the backup of the wrapped keys; best on another disk")
    private @Nullable Path backupTarget;

    Options options() {
        return data.options().with("quitclaim.vault.kek", kek).with("quitclaim.vault.backup-target", backupTarget);
    }
}
