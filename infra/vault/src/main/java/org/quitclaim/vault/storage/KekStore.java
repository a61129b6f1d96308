package org.quitclaim.vault.storage;

import java.util.Optional;
import org.quitclaim.vault.InstallationId;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.StorageFailure;

/** Where key-encryption keys lie: apart from everything they open. */
public interface KekStore {
    /**
     * The key of an epoch.
     *
     * @throws VaultException.KekWrong if what is there is not a key
     */
    Optional<Kek> find(InstallationId installation, Epoch epoch) throws VaultException;

    /** Stores the key of a new epoch durably; never replaces one. */
    void add(InstallationId installation, Epoch epoch, Kek kek) throws StorageFailure;
}
