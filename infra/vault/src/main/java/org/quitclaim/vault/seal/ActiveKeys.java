package org.quitclaim.vault.seal;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.IntegrityFailure;
import org.quitclaim.vault.VaultException.KeyNotActive;
import org.quitclaim.vault.VaultException.KeyUnknown;
import org.quitclaim.vault.storage.Epoch;
import org.quitclaim.vault.storage.Kek;
import org.quitclaim.vault.storage.KeyStore;
import org.quitclaim.vault.storage.StoredKey;
import org.quitclaim.vault.storage.WrappedKey;

/** Hands out usable keys within the vault: of exactly the generation asked for, and only while it is ACTIVE. */
final class ActiveKeys {
    private final KeyStore store;
    private final Kek kek;
    private final Epoch epoch;
    private final KeyLeases leases;

    ActiveKeys(KeyStore store, Kek kek, Epoch epoch, KeyLeases leases) {
        this.store = store;
        this.kek = kek;
        this.epoch = epoch;
        this.leases = leases;
    }

    /** The caller holds the key's lock. */
    DataKey require(KeyRef ref) throws VaultException {
        Optional<DataKey> leased = leases.find(ref);
        if (leased.isPresent()) {
            return leased.get();
        }
        StoredKey stored = store.find(ref).orElseThrow(KeyUnknown::new);
        if (stored.state() != KeyState.ACTIVE) {
            throw new KeyNotActive(stored.state());
        }
        DataKey key = unwrap(stored);
        leases.keep(ref, key);
        return key;
    }

    WrappedKey mint(KeyRef ref) throws VaultException {
        byte[] material = DataKey.randomMaterial();
        try {
            return new WrappedKey(epoch, kek.wrap(material, AssociatedData.ofWrappedKey(ref, epoch)));
        } catch (GeneralSecurityException e) {
            throw new VaultException.StorageFailure("wrap a key", e);
        } finally {
            Arrays.fill(material, (byte) 0);
        }
    }

    void evict(KeyRef ref) {
        leases.evict(ref);
    }

    private DataKey unwrap(StoredKey stored) throws IntegrityFailure {
        WrappedKey wrapped = stored.wrapped();
        try {
            byte[] material = kek.unwrap(wrapped.bytes(), AssociatedData.ofWrappedKey(stored.ref(), wrapped.epoch()));
            DataKey key = DataKey.of(material);
            Arrays.fill(material, (byte) 0);
            return key;
        } catch (GeneralSecurityException e) {
            throw new IntegrityFailure();
        }
    }
}
