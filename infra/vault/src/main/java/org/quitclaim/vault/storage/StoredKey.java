package org.quitclaim.vault.storage;

import java.time.Instant;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;

/** A data key as the key store keeps it; a destroyed one has nothing but zeros for its wrapped bytes. */
public record StoredKey(KeyRef ref, KeyState state, Instant createdAt, WrappedKey wrapped) {
    /** Whether its row is as it was written, as far as that can be told without its key-encryption key. */
    public boolean isSound() {
        return state != KeyState.DAMAGED;
    }
}
