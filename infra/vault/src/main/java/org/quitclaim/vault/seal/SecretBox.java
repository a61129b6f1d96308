package org.quitclaim.vault.seal;

import java.security.GeneralSecurityException;
import java.util.Optional;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.epoch.KeyRing;
import org.quitclaim.vault.storage.KeyStore;
import org.quitclaim.vault.storage.WrappedSecret;

/** The installation's own secrets, each wrapped under the key-encryption key and bound to its name. */
final class SecretBox {

    /** Makes a secret that does not exist yet. */
    @FunctionalInterface
    interface Making {
        byte[] make() throws GeneralSecurityException;
    }

    private final KeyStore store;
    private final KeyRing ring;

    SecretBox(KeyStore store, KeyRing ring) {
        this.store = store;
        this.ring = ring;
    }

    /** The secret of this name; made and stored durably if there is none. */
    byte[] obtain(String name, Making making) throws VaultException {
        synchronized (ring) {
            Optional<WrappedSecret> stored = store.secret(name);
            if (stored.isPresent()) {
                return ring.unwrapSecret(name, stored.get());
            }
            try {
                byte[] secret = making.make();
                store.addSecret(name, ring.wrapSecret(name, secret));
                return secret;
            } catch (GeneralSecurityException e) {
                throw new StorageFailure("make a secret of the installation", e);
            }
        }
    }
}
