package org.quitclaim.vault;

import java.security.interfaces.ECPublicKey;
import java.util.List;

/**
 * Signs erasure certificates, with a key of its own.
 *
 * <p><b>Guarantees:</b> the private key is made on first use, wrapped under the key-encryption key, and never leaves the
 * vault. Public keys are kept for ever, so that every certificate ever issued can be checked.
 *
 * <p><b>Thread-safety:</b> safe.
 *
 * <p><b>Source:</b> RFC 7518, section 3.4 (ES256).
 */
public interface CertificateSigner {
    /** ECDSA on P-256 with SHA-256 over these bytes: r and s, 32 bytes each. */
    byte[] sign(byte[] bytes) throws VaultException;

    /** Every key that ever signed; the first signs now. */
    List<ECPublicKey> publicKeys() throws VaultException;
}
