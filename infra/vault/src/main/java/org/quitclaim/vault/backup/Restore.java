package org.quitclaim.vault.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.NoLedger.Reach;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.embedded.BackupTarget;
import org.quitclaim.vault.embedded.EmbeddedVault;
import org.quitclaim.vault.embedded.KekFolder;
import org.quitclaim.vault.embedded.KekKeeping;
import org.quitclaim.vault.embedded.UnfinishedMark;
import org.quitclaim.vault.embedded.VaultFolders;
import org.quitclaim.vault.sqlite.SqliteCopy;
import org.quitclaim.vault.storage.LedgerMark;

/**
 * Brings a backup back into an empty data folder.
 *
 * <p><b>Guarantees:</b> the data folder can be used when it is complete, with everything destroyed again that the ledger at
 * the backup target tells of, ciphertexts included, and not before; after a crash the same restore begins anew. Every file
 * is compared with its digest first. What came after the backup is lost, except every no. What was restored is a copy of
 * its own: it destroys no key of the installation it was taken from while that lives.
 */
public final class Restore {
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
     * @throws BackupRefused if the data folder is not empty, the backup is incomplete or damaged, or the whole
     *     ledger is not there
     * @throws VaultException if no key-encryption key opens it, or the ledger is damaged
     */
    public Restored run(Path from, Consumer<BackupProgress> progress) throws BackupRefused, VaultException {
        return run(from, false, progress);
    }

    /** As {@link #run(Path, Consumer)}, where nobody has the whole ledger any more; the copy says so from then on. */
    public Restored runWithoutLedger(Path from, Consumer<BackupProgress> progress)
            throws BackupRefused, VaultException {
        return run(from, true, progress);
    }

    private Restored run(Path from, boolean ledgerIsLost, Consumer<BackupProgress> progress)
            throws BackupRefused, VaultException {
        requireApart(from);
        BackupManifest manifest = BackupManifest.of(from);
        requireFree();
        if (!ledgerIsLost) {
            requireLedger(manifest);
        }
        compare(from, manifest);
        Keys keys = keys(from, manifest);
        try (UnfinishedMark mark =
                UnfinishedMark.set(folders.data(), UnfinishedMark.By.RESTORE).orElseThrow(this::underWay)) {
            try {
                copy(from, manifest, keys, folders.data(), progress);
                Restored restored = open(manifest, keys);
                mark.remove();
                return restored;
            } catch (IOException | VaultException | RuntimeException e) {
                undo(mark, e);
                throw e;
            }
        } catch (IOException e) {
            throw new StorageFailure("write the restored data folder", e);
        }
    }

    private static void undo(UnfinishedMark mark, Exception failure) {
        try {
            mark.undo();
        } catch (IOException e) {
            // the mark stays: what is left is known for what it is
            failure.addSuppressed(e);
        }
    }

    private record Keys(Path file, boolean ofBackup) {}

    private Restored open(BackupManifest manifest, Keys keys) throws VaultException {
        SqliteCopy.forgetInstance(
                folders.data().resolve(Backup.KEYS),
                new LedgerMark(
                        manifest.ledger(),
                        manifest.ledgerNumber(),
                        manifest.takenAt(),
                        true,
                        Optional.empty(),
                        Instant.EPOCH));
        try (Vault vault = EmbeddedVault.openRestored(folders, keeping, clock)) {
            return new Restored(
                    manifest,
                    keys.ofBackup(),
                    vault.destroyed().size(),
                    vault.nos().told().size(),
                    vault.nos().doubt(),
                    EmbeddedVault.servesAnother(folders));
        }
    }

    /** Those of the backup while every epoch they need lives; else those that the rotation brought to the backup target. */
    private Keys keys(Path from, BackupManifest manifest) throws VaultException {
        InstallationId installation = manifest.installation();
        if (everyKekIsThere(from.resolve(Backup.KEYS), manifest)) {
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

    /** A backup taken during a rotation needs the key of the epoch being retired as well. */
    private boolean everyKekIsThere(Path keys, BackupManifest manifest) throws StorageFailure {
        Set<Epoch> needed = new HashSet<>(SqliteCopy.epochsNeeded(keys));
        needed.add(manifest.epoch());
        return needed.stream().allMatch(epoch -> KekFolder.anyHas(folders, keeping, manifest.installation(), epoch));
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

    private void requireApart(Path from) throws BackupRefused, VaultException {
        folders.requireApart();
        Optional<Path> other = folders.overlapping(from);
        if (other.isPresent()) {
            throw new BackupRefused(
                    "restore.folder-overlaps",
                    "The backup in " + from + " and the folder " + other.get() + " are the same, or one lies in the"
                            + " other. Move the backup elsewhere, or restore with other folders; nothing was changed.");
        }
    }

    private void requireFree() throws BackupRefused {
        try {
            if (!UnfinishedMark.mayBeSet(folders.data(), UnfinishedMark.By.RESTORE)) {
                throw new BackupRefused(
                        "restore.folder-not-empty",
                        folders.data() + " is not empty. Restore into a new folder; nothing was changed.");
            }
        } catch (IOException e) {
            throw new BackupRefused(
                    "restore.folder-unusable",
                    folders.data() + " cannot be used as a folder. Give another one with --data, or let its owner"
                            + " restore; nothing was changed.",
                    e);
        }
    }

    private BackupRefused underWay() {
        return new BackupRefused(
                "restore.under-way",
                "Another process is restoring into " + folders.data() + ". Wait for it; nothing was changed.");
    }

    private void requireLedger(BackupManifest manifest) throws BackupRefused, StorageFailure {
        Optional<Reach> ledger = new BackupTarget(folders.backups()).ledger(manifest.installation());
        boolean whole = ledger.isPresent()
                && (!ledger.get().ledger().equals(manifest.ledger())
                        || ledger.get().number() >= manifest.ledgerNumber());
        if (!whole) {
            throw new BackupRefused(
                    "restore.ledger-missing",
                    "The ledger of every no is not in " + folders.backups() + ", or not all of it; without it"
                            + " somebody who was erased, or took consent back, could come back. Give its folder with"
                            + " --backup-target (when the backup was taken it was " + manifest.backupTarget()
                            + "). If nobody has it any more, restore with --without-ledger: then nobody's consent"
                            + " counts until an officer has looked at it.");
        }
    }
}
