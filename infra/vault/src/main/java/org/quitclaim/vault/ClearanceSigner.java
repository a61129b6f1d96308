package org.quitclaim.vault;

/**
 * Signs clearances as JWT with ES256.
 *
 * <p><b>Guarantees:</b> the private key is made on first use, wrapped under the key-encryption key, and never leaves the
 * vault; the key set published here verifies every token this vault ever signed.
 *
 * <p><b>Thread-safety:</b> safe.
 *
 * <p><b>Source:</b> RFC 7515, 7517, 7519.
 */
public interface ClearanceSigner {
    /** The compact form of the signed token, with {@code kid}. */
    String sign(ClearanceClaims claims) throws VaultException;

    /** The public keys as a JSON Web Key Set. */
    String publicJwks() throws VaultException;
}
