package org.quitclaim.vault.seal;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.IntegrityFailure;
import org.quitclaim.vault.VaultException.KekMissing;
import org.quitclaim.vault.VaultException.KeysDamaged;
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

    /** Where the key-encryption key opens something else, it is the right one, and what does not open is damaged. */
    private byte[] opened(String name, WrappedSecret stored) throws VaultException {
        try {
            return ring.unwrapSecret(name, stored);
        } catch (KekMissing | IntegrityFailure e) {
            if (opensAnother(name)) {
                throw new KeysDamaged(e);
            }
            throw e;
        }
    }

    private boolean opensAnother(String name) throws VaultException {
        for (String other : store.secretNames()) {
            Optional<WrappedSecret> stored = other.equals(name) ? Optional.empty() : store.secret(other);
            if (stored.isPresent() && opens(other, stored.get())) {
                return true;
            }
        }
        return false;
    }

    private boolean opens(String name, WrappedSecret stored) {
        try {
            Arrays.fill(ring.unwrapSecret(name, stored), (byte) 0);
            return true;
        } catch (VaultException e) {
            return false;
        }
    }

    /** The secret of this name; made and stored durably if there is none. */
    byte[] obtain(String name, Making making) throws VaultException {
        synchronized (ring) {
            Optional<WrappedSecret> stored = store.secret(name);
            if (stored.isPresent()) {
                return opened(name, stored.get());
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
