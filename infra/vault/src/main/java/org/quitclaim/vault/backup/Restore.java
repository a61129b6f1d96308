package org.quitclaim.vault.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.InstallationId;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.embedded.BackupTarget;
import org.quitclaim.vault.embedded.EmbeddedVault;
import org.quitclaim.vault.embedded.KekFolder;
import org.quitclaim.vault.embedded.KekKeeping;
import org.quitclaim.vault.embedded.VaultFolders;

/**
 * Brings a backup back into an empty data folder.
 *
 * <p><b>Guarantees:</b> the data folder appears complete or not at all, with everything destroyed again that the ledger at
 * the backup target tells of, ciphertexts included. Every file is compared with its digest first. What came after the
 * backup is lost, except erasures.
 */
public final class Restore {
    private static final String UNFINISHED = ".restoring";

    private final VaultFolders folders;
    private final KekKeeping keeping;
    private final InstantSource clock;

    public Restore(VaultFolders folders, KekKeeping keeping, InstantSource clock) {
        this.folders = folders;
        this.keeping = keeping;
        this.clock = clock;
    }

    /**
     * Restores the backup in a folder.
     *
     * @throws BackupRefused if the data folder is not empty, the backup is incomplete or damaged, or the ledger of
     *     erasures is not there
     * @throws VaultException if no key-encryption key opens it, or the ledger is damaged
     */
    public Restored run(Path from, Consumer<BackupProgress> progress) throws BackupRefused, VaultException {
        BackupManifest manifest = BackupManifest.of(from);
        requireEmpty();
        requireLedger(manifest);
        Keys keys = keys(from, manifest);
        compare(from, manifest);
        Path staging = folders.data().resolveSibling(folders.data().getFileName() + UNFINISHED);
        try {
            delete(staging);
            copy(from, manifest, keys, staging, progress);
            Files.deleteIfExists(folders.data());
            Files.move(staging, folders.data());
        } catch (IOException e) {
            throw new StorageFailure("write the restored data folder", e);
        }
        return open(manifest, keys);
    }

    private record Keys(Path file, boolean ofBackup) {}

    private Restored open(BackupManifest manifest, Keys keys) throws VaultException {
        try (Vault vault = EmbeddedVault.open(folders, keeping, clock)) {
            return new Restored(
                    manifest, keys.ofBackup(), new BackupTarget(folders.backups()).ledgerLines(vault.installation()));
        } catch (VaultException e) {
            deleteAll();
            throw e;
        }
    }

    private void deleteAll() throws StorageFailure {
        try {
            delete(folders.data());
        } catch (IOException e) {
            throw new StorageFailure("remove what could not be opened", e);
        }
    }

    /** Those of the backup while their epoch lives; else those that the rotation brought to the backup target. */
    private Keys keys(Path from, BackupManifest manifest) throws VaultException {
        InstallationId installation = manifest.installation();
        if (KekFolder.anyHas(folders, keeping, installation, manifest.epoch())) {
            return new Keys(from.resolve(Backup.KEYS), true);
        }
        Optional<Path> latest = new BackupTarget(folders.backups()).latestKeys(installation);
        if (latest.isPresent()) {
            Epoch epoch = BackupTarget.epochOf(latest.get(), installation);
            if (KekFolder.anyHas(folders, keeping, installation, epoch)) {
                return new Keys(latest.get(), false);
            }
        }
        throw new VaultException.KekMissing();
    }

    private static void compare(Path from, BackupManifest manifest) throws BackupRefused {
        for (BackupManifest.Entry entry : manifest.files()) {
            Path file = from.resolve(entry.path()).normalize();
            try {
                if (!file.startsWith(from.normalize())
                        || !CopiedFile.sha256(file).equals(entry.sha256())) {
                    throw damaged(entry, null);
                }
            } catch (IOException e) {
                throw damaged(entry, e);
            }
        }
    }

    private static BackupRefused damaged(BackupManifest.Entry entry, @Nullable IOException e) {
        String text = "The file " + entry.path() + " of the backup is missing or not what was backed up. Use another"
                + " backup; nothing was restored.";
        return e == null
                ? new BackupRefused("restore.digest-wrong", text)
                : new BackupRefused("restore.digest-wrong", text, e);
    }

    private static void copy(Path from, BackupManifest manifest, Keys keys, Path to, Consumer<BackupProgress> progress)
            throws IOException {
        Files.createDirectories(to);
        long done = 0;
        for (BackupManifest.Entry entry : manifest.files()) {
            Path target = to.resolve(entry.path());
            Files.createDirectories(target.resolveSibling("."));
            boolean isKeys = entry.path().equals(Backup.KEYS);
            CopiedFile.copy(isKeys ? keys.file() : from.resolve(entry.path()), target);
            done++;
            progress.accept(new BackupProgress(done, manifest.files().size()));
        }
        CopiedFile.syncFolder(to);
    }

    private void requireEmpty() throws BackupRefused {
        if (!Backup.isEmptyOrAbsent(folders.data())) {
            throw new BackupRefused(
                    "restore.folder-not-empty",
                    folders.data() + " is not empty. Restore into a new folder; nothing was changed.");
        }
    }

    private void requireLedger(BackupManifest manifest) throws BackupRefused, StorageFailure {
        BackupTarget target = new BackupTarget(folders.backups());
        if (!target.hasLedger(manifest.installation())
                || target.ledgerLines(manifest.installation()) < manifest.ledgerLines()) {
            throw new BackupRefused(
                    "restore.ledger-missing",
                    "The ledger of erasures is not in " + folders.backups() + ", or not all of it; without it somebody"
                            + " who was erased could come back. Give its folder with --backup-target (when the backup"
                            + " was taken it was " + manifest.backupTarget() + ").");
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path each : all) {
                Files.delete(each);
            }
        }
    }
}
