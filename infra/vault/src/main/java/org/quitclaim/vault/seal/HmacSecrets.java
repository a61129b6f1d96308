package org.quitclaim.vault.seal;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.quitclaim.vault.BlindIndex;
import org.quitclaim.vault.InstallationSecrets;
import org.quitclaim.vault.RecordKind;
import org.quitclaim.vault.storage.AssociatedData;

/** HMAC-SHA-256 over purpose and data, each with its length. */
final class HmacSecrets implements InstallationSecrets {
    static final String NAME = "mac";
    static final int KEY_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    HmacSecrets(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    @Override
    public byte[] mac(String purpose, byte[] data) {
        return digest("mac", purpose, data);
    }

    @Override
    public BlindIndex blindIndex(RecordKind kind, byte[] normalised) {
        return new BlindIndex(digest("blind-index", kind.code(), normalised));
    }

    private byte[] digest(String use, String purpose, byte[] data) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(AssociatedData.fields(AssociatedData.text(use), AssociatedData.text(purpose), data));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
