package org.quitclaim.vault.storage;

import org.quitclaim.vault.Epoch;

/**
 * A data key encrypted under the key of an epoch.
 *
 * <p><b>Shape:</b> exactly {@value #LENGTH} bytes: Tink prefix (5), nonce (12), 64 bytes of key material, tag (16). One
 * length for all, because SQLite leaves copies behind when it moves rows of differing length.
 */
public record WrappedKey(Epoch epoch, byte[] bytes) {
    public static final int LENGTH = 97;
    /** The first bytes are the same in every wrapped key. */
    public static final int COMMON_PREFIX = 5;

    public WrappedKey {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a wrapped key has " + LENGTH + " bytes");
        }
    }

    @Override
    public String toString() {
        return "WrappedKey[" + epoch + "]";
    }
}
