package org.quitclaim.vault.embedded;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.KekStoreContract;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.sqlite.SqliteKeyStore;
import org.quitclaim.vault.storage.Kek;
import org.quitclaim.vault.storage.KekProtection;
import org.quitclaim.vault.storage.KekStore;
import org.quitclaim.vault.storage.StorageStep;

/** The contract over registered folders, with any protection over the files. */
public abstract class FolderKekStoreContract extends KekStoreContract {
    @TempDir
    protected Path folder;

    @SuppressWarnings("NullAway.Init")
    private SqliteKeyStore register;

    protected abstract KekProtection protection();

    @Override
    protected KekStore open() throws VaultException {
        close();
        register = SqliteKeyStore.open(folder.resolve("keys.db"), StorageStep.UNOBSERVED);
        VaultFolders folders = VaultFolders.of(folder.resolve("data"));
        return RegisteredKeks.open(
                register, protection(), Places.of(register, folders.data()), folders, StorageStep.UNOBSERVED);
    }

    @Override
    protected void make(Epoch epoch) throws Exception {
        keks.add(installation, epoch, Kek.random());
    }

    protected Path file(Epoch epoch) {
        return folder.resolve("data-keys").resolve(KekPlace.name(installation, epoch));
    }

    @AfterEach
    void close() throws VaultException {
        if (register != null) {
            register.close();
        }
    }
}
