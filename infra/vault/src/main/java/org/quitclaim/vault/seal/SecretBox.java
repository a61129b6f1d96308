package org.quitclaim.vault.seal;

import java.security.GeneralSecurityException;
import java.util.Optional;
import org.quitclaim.vault.InstallationId;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.IntegrityFailure;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.Epoch;
import org.quitclaim.vault.storage.Kek;
import org.quitclaim.vault.storage.KeyStore;
import org.quitclaim.vault.storage.WrappedSecret;

/** The installation's own secrets, each wrapped under the key-encryption key and bound to its name. */
final class SecretBox {

    /** Makes a secret that does not exist yet. */
    @FunctionalInterface
    interface Making {
        byte[] make() throws GeneralSecurityException;
    }

    private final InstallationId installation;
    private final KeyStore store;
    private final Kek kek;
    private final Epoch epoch;

    SecretBox(InstallationId installation, KeyStore store, Kek kek, Epoch epoch) {
        this.installation = installation;
        this.store = store;
        this.kek = kek;
        this.epoch = epoch;
    }

    /** The secret of this name; made and stored durably if there is none. */
    byte[] obtain(String name, Making making) throws VaultException {
        Optional<WrappedSecret> stored = store.secret(name);
        if (stored.isPresent()) {
            return unwrap(name, stored.get());
        }
        try {
            byte[] secret = making.make();
            byte[] context = AssociatedData.ofWrappedSecret(installation, name, epoch);
            store.addSecret(name, new WrappedSecret(epoch, kek.wrap(secret, context)));
            return secret;
        } catch (GeneralSecurityException e) {
            throw new StorageFailure("make a secret of the installation", e);
        }
    }

    private byte[] unwrap(String name, WrappedSecret stored) throws IntegrityFailure {
        try {
            return kek.unwrap(stored.bytes(), AssociatedData.ofWrappedSecret(installation, name, stored.epoch()));
        } catch (GeneralSecurityException e) {
            throw new IntegrityFailure();
        }
    }
}
