package org.quitclaim.vault;

import java.util.Arrays;

/**
 * A keyed digest by which a sealed record is found without opening any.
 *
 * <p><b>Shape:</b> 32 bytes, HMAC-SHA-256 of the normalised content under the installation's key (see
 * {@link InstallationSecrets#blindIndex}).
 *
 * <p><b>Guarantees:</b> disappears with its record. Equal contents of one kind have equal indexes: whoever reads the
 * store learns that two records agree, and nothing else without the key.
 */
public final class BlindIndex {
    public static final int LENGTH = 32;
    private final byte[] digest;

    public BlindIndex(byte[] digest) {
        if (digest.length != LENGTH) {
            throw new IllegalArgumentException("a blind index has " + LENGTH + " bytes");
        }
        this.digest = digest.clone();
    }

    public byte[] digest() {
        return digest.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BlindIndex index && Arrays.equals(digest, index.digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    @Override
    public String toString() {
        return "BlindIndex[hidden]";
    }
}
