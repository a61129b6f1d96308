package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.seal.TinkVault;
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
     * @throws VaultException.StoresMismatched if the two databases are of different installations
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
        Stores stores = stores(folders, keeping, clock, step);
        try {
            return TinkVault.over(stores, clock);
        } catch (VaultException e) {
            stores.close();
            throw e;
        }
    }

    static Stores stores(VaultFolders folders, KekKeeping keeping, InstantSource clock, StorageStep step)
            throws VaultException {
        try {
            Path data = OwnerOnly.folder(folders.data());
            SqliteKeyStore keys = SqliteKeyStore.open(data.resolve("keys.db"), step);
            return new Stores(
                    keys,
                    SqliteRecordStore.open(data.resolve("records.db"), step),
                    FolderFileStore.open(data.resolve(SealedFolder.NAME), clock, step),
                    keks(keys, folders, keeping, step),
                    new FolderKeyBackup(keys, folders.backups(), step),
                    new LedgerFile(folders.backups(), step));
        } catch (IOException e) {
            throw new StorageFailure("create the data folder", e);
        }
    }

    private static KekStore keks(SqliteKeyStore keys, VaultFolders folders, KekKeeping keeping, StorageStep step)
            throws StorageFailure {
        return switch (keeping) {
            case KekKeeping.InFolders(KekProtection protection) -> RegisteredKeks.open(keys, protection, folders, step);
            case KekKeeping.Mounted mounted -> new MountedKeks(folders.keys());
        };
    }
}
