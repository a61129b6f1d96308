package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.KekMissing;
import org.quitclaim.vault.VaultException.PlaceOfAnother;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.epoch.RingOpening;
import org.quitclaim.vault.seal.TinkVault;
import org.quitclaim.vault.sqlite.SqliteCopy;
import org.quitclaim.vault.sqlite.SqliteKeyStore;
import org.quitclaim.vault.sqlite.SqliteRecordStore;
import org.quitclaim.vault.storage.KekProtection;
import org.quitclaim.vault.storage.KekStore;
import org.quitclaim.vault.storage.StorageStep;
import org.quitclaim.vault.storage.Stores;

/**
 * Opens a vault on two SQLite files and a folder of sealed files.
 *
 * <p>The caller holds the exclusive lock on the data folder: two vaults over one folder would not see each other's
 * evictions.
 */
public final class EmbeddedVault {
    private EmbeddedVault() {}

    /**
     * Opens the vault, or founds one where there is none, and finishes what a crash interrupted.
     *
     * @throws VaultException.KekMissing if there are keys but no key-encryption key; nothing is created then
     * @throws VaultException.KekWrong if the key-encryption key opens nothing here
     * @throws VaultException (vault.stores-mismatched) if the two databases are of different installations
     */
    public static Vault open(VaultFolders folders, InstantSource clock) throws VaultException {
        return open(folders, KekKeeping.PLAIN, clock);
    }

    /** As {@link #open(VaultFolders, InstantSource)}, with the key-encryption keys kept in another way. */
    public static Vault open(VaultFolders folders, KekKeeping keeping, InstantSource clock) throws VaultException {
        return open(folders, keeping, clock, StorageStep.UNOBSERVED);
    }

    /** With every durable operation passing by {@code step}. */
    public static Vault open(VaultFolders folders, KekKeeping keeping, InstantSource clock, StorageStep step)
            throws VaultException {
        if (UnfinishedMark.isIn(folders.data(), UnfinishedMark.By.RESTORE)) {
            throw VaultException.restoreUnfinished(folders.data().toString());
        }
        return openAsItLies(folders, keeping, clock, step);
    }

    /** Opens what a restore has just laid there, which nobody else may use yet. */
    public static Vault openRestored(VaultFolders folders, KekKeeping keeping, InstantSource clock)
            throws VaultException {
        return openAsItLies(folders, keeping, clock, StorageStep.UNOBSERVED);
    }

    private static Vault openAsItLies(VaultFolders folders, KekKeeping keeping, InstantSource clock, StorageStep step)
            throws VaultException {
        Stores stores = stores(folders, keeping, clock, step);
        try {
            return TinkVault.over(stores, clock);
        } catch (VaultException e) {
            stores.close();
            throw e;
        }
    }

    /**
     * Makes the folders of keys and backups serve the copy of an installation in this data folder, whichever they served.
     *
     * @return the folders that do now; those out of reach keep the sign they have
     * @throws VaultException.KekMissing if no folder of keys has the key of this copy; no sign is changed then
     * @throws VaultException.KekWrong if the key there opens nothing here; no sign is changed then
     * @throws VaultException.BackupTargetAway if the backup target is not that of this copy; no sign is changed then
     */
    public static List<Path> takeOver(VaultFolders folders, KekKeeping keeping) throws VaultException {
        folders.requireApart();
        if (UnfinishedMark.isIn(folders.data(), UnfinishedMark.By.RESTORE)) {
            throw VaultException.restoreUnfinished(folders.data().toString());
        }
        try (SqliteKeyStore keys = SqliteKeyStore.open(folders.data().resolve("keys.db"), StorageStep.UNOBSERVED)) {
            InstallationId installation =
                    keys.installation().orElseThrow(() -> new StorageFailure("read whose keys these are"));
            Places places = Places.of(keys, folders.data());
            KnownTarget target = new KnownTarget(keys, places, folders.backups());
            new RingOpening(keys, unmarked(keys, folders, keeping, places), installation, InstantSource.system())
                    .prove();
            target.requireSign(installation);
            List<Path> taken = new ArrayList<>();
            if (keeping instanceof KekKeeping.InFolders(KekProtection protection)) {
                taken.addAll(RegisteredKeks.open(keys, protection, places, folders, StorageStep.UNOBSERVED)
                        .takeOver(installation));
            }
            places.take(folders.backups(), installation);
            target.use();
            taken.add(folders.backups());
            keys.takenOver();
            return taken;
        }
    }

    /**
     * Makes the folder the backup target in the place of the one that was used last, because somebody says so. What has to
     * stand there is written by the vault, and the former one is named until the next epoch is retired.
     *
     * @throws PlaceOfAnother if it serves another copy of the installation
     */
    public static void replaceBackupTarget(VaultFolders folders) throws VaultException {
        folders.requireApart();
        Path file = folders.data().resolve("keys.db");
        if (Files.exists(file) && !UnfinishedMark.isIn(folders.data(), UnfinishedMark.By.RESTORE)) {
            try (SqliteKeyStore keys = SqliteKeyStore.open(file, StorageStep.UNOBSERVED)) {
                Optional<InstallationId> installation = keys.installation();
                if (installation.isPresent()) {
                    Places places = Places.of(keys, folders.data());
                    new KnownTarget(keys, places, folders.backups()).replace(installation.get());
                }
            }
        }
    }

    /** The backup targets that were replaced: what lies there can be used until the next epoch is retired. */
    public static List<String> formerBackupTargets(Path data) throws StorageFailure {
        return SqliteCopy.formerBackupTargets(data.resolve("keys.db"));
    }

    /** What keeps this copy from destroying keys: a folder that serves another one; empty if there is none. */
    public static Optional<PlaceOfAnother> servesAnother(VaultFolders folders) throws VaultException {
        try (SqliteKeyStore keys = SqliteKeyStore.open(folders.data().resolve("keys.db"), StorageStep.UNOBSERVED)) {
            Optional<InstallationId> installation = keys.installation();
            if (installation.isPresent()) {
                Places places = Places.of(keys, folders.data());
                for (Path folder : folders.apart().toList()) {
                    Optional<PlaceSign> other = places.another(folder, installation.get());
                    if (other.isPresent()) {
                        return Optional.of(Places.refusal(folder, other.get()));
                    }
                }
            }
            return Optional.empty();
        }
    }

    /**
     * For whoever serves from this copy: beside another one, neither would know what was said to the other.
     *
     * @throws PlaceOfAnother if a folder of keys or backups serves another copy, running or not
     */
    public static void requireServing(VaultFolders folders) throws VaultException {
        if (Files.exists(folders.data().resolve("keys.db"))) {
            Optional<PlaceOfAnother> another = servesAnother(folders);
            if (another.isPresent()) {
                throw another.get();
            }
        }
    }

    /** The data folders of this machine that the folders of keys and backups serve instead of this one. */
    public static List<Path> servedHere(VaultFolders folders) throws VaultException {
        List<Path> homes = new ArrayList<>();
        if (Files.exists(folders.data().resolve("keys.db"))) {
            try (SqliteKeyStore keys = SqliteKeyStore.open(folders.data().resolve("keys.db"), StorageStep.UNOBSERVED)) {
                Optional<InstallationId> installation = keys.installation();
                if (installation.isPresent()) {
                    Places places = Places.of(keys, folders.data());
                    for (Path folder : folders.apart().toList()) {
                        places.another(folder, installation.get())
                                .filter(other -> other.machine().equals(PlaceSign.thisMachine()))
                                .ifPresent(other -> homes.add(other.home()));
                    }
                }
            }
        }
        return homes.stream().distinct().toList();
    }

    static Stores stores(VaultFolders folders, KekKeeping keeping, InstantSource clock, StorageStep step)
            throws VaultException {
        folders.requireApart();
        try {
            Path data = OwnerOnly.folder(folders.data());
            return stores(SqliteKeyStore.open(data.resolve("keys.db"), step), data, folders, keeping, clock, step);
        } catch (IOException e) {
            throw new StorageFailure("create the data folder", e);
        }
    }

    private static Stores stores(
            SqliteKeyStore keys,
            Path data,
            VaultFolders folders,
            KekKeeping keeping,
            InstantSource clock,
            StorageStep step)
            throws VaultException {
        try {
            Places places = Places.of(keys, folders.data());
            KekStore keks = keks(keys, folders, keeping, places, step);
            return new Stores(
                    keys,
                    SqliteRecordStore.open(data.resolve("records.db"), step),
                    FolderFileStore.open(data.resolve(SealedFolder.NAME), clock, step),
                    keks,
                    new FolderKeyBackup(keys, places, folders.backups(), step),
                    new LedgerFile(places, new KnownTarget(keys, places, folders.backups()), folders.backups(), step));
        } catch (VaultException e) {
            keys.close();
            throw e;
        }
    }

    /** As {@link #keks}, for a look before anything is marked. */
    private static KekStore unmarked(SqliteKeyStore keys, VaultFolders folders, KekKeeping keeping, Places places) {
        return switch (keeping) {
            case KekKeeping.InFolders(KekProtection protection) ->
                RegisteredKeks.unmarked(keys, protection, places, folders, StorageStep.UNOBSERVED);
            case KekKeeping.Mounted mounted -> new MountedKeks(folders.keys());
        };
    }

    private static KekStore keks(
            SqliteKeyStore keys, VaultFolders folders, KekKeeping keeping, Places places, StorageStep step)
            throws StorageFailure, KekMissing {
        return switch (keeping) {
            case KekKeeping.InFolders(KekProtection protection) ->
                RegisteredKeks.open(keys, protection, places, folders, step);
            case KekKeeping.Mounted mounted -> new MountedKeks(folders.keys());
        };
    }
}
