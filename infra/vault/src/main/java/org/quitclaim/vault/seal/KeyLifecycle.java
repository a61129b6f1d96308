package org.quitclaim.vault.seal;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.KeyOwner;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.KeyStatus;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.IntegrityFailure;
import org.quitclaim.vault.VaultException.KeyNotActive;
import org.quitclaim.vault.VaultException.KeyUnknown;
import org.quitclaim.vault.storage.KeyStore;
import org.quitclaim.vault.storage.StoredKey;

/** Mints keys and moves them between their states; destroying one is {@link Shredder}'s. */
final class KeyLifecycle {
    private final KeyStore store;
    private final ActiveKeys keys;
    private final KeyLocks locks;
    private final InstantSource clock;

    KeyLifecycle(KeyStore store, ActiveKeys keys, KeyLocks locks, InstantSource clock) {
        this.store = store;
        this.keys = keys;
        this.locks = locks;
        this.clock = clock;
    }

    void create(KeyRef ref) throws VaultException {
        try (var held = locks.exclusive(ref)) {
            for (StoredKey existing : store.generations(ref.owner(), ref.scope())) {
                if (existing.ref().equals(ref)) {
                    requireActive(existing);
                    return;
                }
                refuseBeside(existing, ref);
            }
            store.insert(new StoredKey(ref, KeyState.ACTIVE, clock.instant(), keys.mint(ref)));
        }
    }

    void suspend(KeyRef ref) throws VaultException {
        move(ref, KeyState.SUSPENDED);
    }

    void resume(KeyRef ref) throws VaultException {
        move(ref, KeyState.ACTIVE);
    }

    Optional<KeyState> state(KeyRef ref) throws VaultException {
        return store.find(ref).map(StoredKey::state);
    }

    List<KeyStatus> generations(KeyOwner owner, KeyScope scope) throws VaultException {
        return store.generations(owner, scope).stream()
                .map(stored -> new KeyStatus(stored.ref(), stored.state()))
                .toList();
    }

    private void move(KeyRef ref, KeyState target) throws VaultException {
        try (var held = locks.exclusive(ref)) {
            KeyState state = store.find(ref).orElseThrow(KeyUnknown::new).state();
            if (state == KeyState.DAMAGED) {
                // it opens nothing in either state, and its row stays as it was found
                return;
            }
            if (state == KeyState.DESTROYED) {
                throw new KeyNotActive(state);
            }
            if (state != target) {
                store.changeState(ref, target);
            }
            keys.evict(ref);
        }
    }

    private static void requireActive(StoredKey existing) throws KeyNotActive, IntegrityFailure {
        requireSound(existing);
        if (existing.state() != KeyState.ACTIVE) {
            throw new KeyNotActive(existing.state());
        }
    }

    private static void requireSound(StoredKey existing) throws IntegrityFailure {
        if (!existing.isSound()) {
            throw new IntegrityFailure();
        }
    }

    /** A damaged one may have been suspended. */
    private static void refuseBeside(StoredKey existing, KeyRef wanted) throws VaultException {
        requireSound(existing);
        if (existing.ref().generation().compareTo(wanted.generation()) > 0) {
            throw VaultException.keyGenerationRefused(
                    "A later generation of this key exists; a passed one never comes back.");
        }
        if (existing.state() == KeyState.SUSPENDED) {
            throw VaultException.keyGenerationRefused(
                    "An earlier generation is suspended; lift the restriction first.");
        }
    }
}
