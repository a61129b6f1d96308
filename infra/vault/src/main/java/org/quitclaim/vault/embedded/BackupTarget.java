package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.InstallationId;
import org.quitclaim.vault.VaultException.StorageFailure;

/** What lies at a backup target, for whoever takes or restores backups. */
public record BackupTarget(Path folder) {

    /** Whether a ledger of this installation's erasures is there. */
    public boolean hasLedger(InstallationId installation) {
        return Files.isRegularFile(LedgerFile.in(folder, installation));
    }

    /** How many erasures the ledger tells, a repeated line counted once; none when there is no ledger. */
    public int ledgerLines(InstallationId installation) throws StorageFailure {
        return Math.toIntExact(
                LedgerFile.read(folder, installation).stream().distinct().count());
    }

    /** The backup of the wrapped keys of the latest epoch. */
    public Optional<Path> latestKeys(InstallationId installation) throws StorageFailure {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> keys = files.filter(file -> FolderKeyBackup.isOne(file, installation))
                    .toList();
            return keys.stream()
                    .max(Comparator.comparing(
                            file -> FolderKeyBackup.epoch(file, installation).number()));
        } catch (IOException e) {
            throw new StorageFailure("list the backup target", e);
        }
    }

    /** Which epoch a key backup is of. */
    public static Epoch epochOf(Path keys, InstallationId installation) {
        return FolderKeyBackup.epoch(keys, installation);
    }
}
