package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.NoLedger.Reach;
import org.quitclaim.vault.VaultException.StorageFailure;

/** What lies at a backup target, for whoever takes or restores backups. */
public record BackupTarget(Path folder) {

    /** How far the ledger of this installation says that it reaches, proven by nothing; empty if there is none, or none
     * that can be read. */
    public Optional<Reach> ledger(InstallationId installation) throws StorageFailure {
        List<String> lines = LedgerFile.read(folder, installation);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String[] first = lines.getFirst().split(" ");
        String[] last = lines.getLast().split(" ");
        try {
            return Optional.of(new Reach(
                    first[1],
                    Long.parseLong(lines.size() == 1 ? first[2] : last[0]),
                    Instant.ofEpochMilli(Long.parseLong(first[3]))));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
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
