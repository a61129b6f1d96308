package org.quitclaim.vault;

/**
 * Signs the heads of the transparency log, with a key of its own.
 *
 * <p><b>Guarantees:</b> the private key is made on first use, wrapped under the key-encryption key, wrapped anew in each
 * epoch, and never leaves the vault.
 *
 * <p><b>Thread-safety:</b> safe.
 *
 * <p><b>Source:</b> RFC 8032 (Ed25519).
 */
public interface LogSigner {
    /** Under which it lies in the vault, from the first use on. */
    String NAME = "log-ed25519";

    /** 64 bytes. */
    byte[] sign(byte[] bytes) throws VaultException;

    /** The 32 bytes of the key that signs. */
    byte[] publicKey() throws VaultException;
}
