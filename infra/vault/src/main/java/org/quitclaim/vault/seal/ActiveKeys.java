package org.quitclaim.vault.seal;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.IntegrityFailure;
import org.quitclaim.vault.VaultException.KeyNotActive;
import org.quitclaim.vault.VaultException.KeyUnknown;
import org.quitclaim.vault.epoch.KeyRing;
import org.quitclaim.vault.storage.KeyStore;
import org.quitclaim.vault.storage.StoredKey;
import org.quitclaim.vault.storage.WrappedKey;

/** Hands out usable keys within the vault: of exactly the generation asked for, and only while it is ACTIVE. */
final class ActiveKeys {
    private final KeyStore store;
    private final KeyRing ring;
    private final KeyLeases leases;

    ActiveKeys(KeyStore store, KeyRing ring, KeyLeases leases) {
        this.store = store;
        this.ring = ring;
        this.leases = leases;
    }

    /** The caller holds the key's lock. */
    DataKey require(KeyRef ref) throws VaultException {
        Optional<DataKey> leased = leases.find(ref);
        if (leased.isPresent()) {
            return leased.get();
        }
        StoredKey stored = store.find(ref).orElseThrow(KeyUnknown::new);
        if (stored.isSound() && stored.state() != KeyState.ACTIVE) {
            throw new KeyNotActive(stored.state());
        }
        DataKey key = unwrap(stored);
        leases.keep(ref, key);
        return key;
    }

    WrappedKey mint(KeyRef ref) throws VaultException {
        byte[] material = DataKey.randomMaterial();
        try {
            return ring.wrap(ref, material);
        } finally {
            Arrays.fill(material, (byte) 0);
        }
    }

    /** Whether this is the key that the ref names, wherever it lies. Every key is asked: nothing is made of it. */
    boolean isKeyOf(KeyRef ref, WrappedKey wrapped) throws VaultException {
        try {
            Arrays.fill(ring.unwrap(new StoredKey(ref, KeyState.ACTIVE, Instant.EPOCH, wrapped)), (byte) 0);
            return true;
        } catch (IntegrityFailure e) {
            return false;
        }
    }

    void evict(KeyRef ref) {
        leases.evict(ref);
    }

    private DataKey unwrap(StoredKey stored) throws VaultException {
        byte[] material = ring.unwrap(stored);
        try {
            return DataKey.of(material);
        } catch (GeneralSecurityException e) {
            throw new IntegrityFailure();
        } finally {
            Arrays.fill(material, (byte) 0);
        }
    }
}
