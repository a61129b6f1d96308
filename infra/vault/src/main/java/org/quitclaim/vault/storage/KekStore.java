package org.quitclaim.vault.storage;

import java.time.Instant;
import java.util.Optional;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.PlaceOfAnother;

/** Where key-encryption keys lie: apart from everything they open. */
public interface KekStore {
    /**
     * The key of an epoch.
     *
     * @throws VaultException.KekWrong if what is there is not a key
     */
    Optional<Kek> find(InstallationId installation, Epoch epoch) throws VaultException;

    /** Stores the key of a new epoch durably, wherever one is to lie; the very same one may be added again. */
    void add(InstallationId installation, Epoch epoch, Kek kek) throws VaultException;

    /**
     * Destroys the key of an epoch in every place where one is registered; what is gone already is fine.
     *
     * @return until when somebody else still holds it, where its destruction can only be scheduled; empty if it is gone
     * @throws VaultException (vault.kek-copy-out-of-reach) if a registered place cannot be looked into
     */
    Optional<Instant> destroy(InstallationId installation, Epoch epoch) throws VaultException;

    /**
     * Whether somebody else makes and keeps the keys, so that what copies there are, and when the last of them is gone,
     * cannot be known here. That a key is destroyed then means no more than that it is not to be had any more.
     */
    default boolean isKeptElsewhere() {
        return false;
    }

    /** The place of keys that serves another copy of the installation now, if one does. */
    default Optional<PlaceOfAnother> another(InstallationId installation) throws VaultException {
        return Optional.empty();
    }
}
