package org.quitclaim.vault;

/**
 * Keyed digests under a random key of the installation that never leaves the vault.
 *
 * <p><b>Guarantees:</b> HMAC-SHA-256; digests for different purposes are unrelated. Deterministic for the life of the
 * installation.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public interface InstallationSecrets {
    /**
     * The keyed digest of {@code data}.
     *
     * @param purpose a constant of the caller, such as {@code idempotency}; stored nowhere, never change one
     * @return 32 bytes
     */
    byte[] mac(String purpose, byte[] data);

    /** The index by which a record of this kind with this content (normalised by the caller) is found. */
    BlindIndex blindIndex(RecordKind kind, byte[] normalised);
}
