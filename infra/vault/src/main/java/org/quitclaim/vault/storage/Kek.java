package org.quitclaim.vault.storage;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/**
 * The key-encryption key of one epoch: wraps and unwraps, and is written out only by a {@link KekStore}.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class Kek {
    private final KeysetHandle keyset;
    private final Aead aead;

    private Kek(KeysetHandle keyset) throws GeneralSecurityException {
        this.keyset = keyset;
        this.aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** A new random AES-256-GCM key. */
    public static Kek random() throws GeneralSecurityException {
        AeadConfig.register();
        return new Kek(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    }

    /** Reads what {@link #keysetBytes} wrote. */
    public static Kek parse(byte[] keysetBytes) throws GeneralSecurityException {
        AeadConfig.register();
        return new Kek(TinkProtoKeysetFormat.parseKeyset(keysetBytes, InsecureSecretKeyAccess.get()));
    }

    /** The key in the clear, for the store that protects it. */
    public byte[] keysetBytes() throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
    }

    public byte[] wrap(byte[] secret, byte[] associatedData) throws GeneralSecurityException {
        return aead.encrypt(secret, associatedData);
    }

    public byte[] unwrap(byte[] wrapped, byte[] associatedData) throws GeneralSecurityException {
        return aead.decrypt(wrapped, associatedData);
    }

    @Override
    public String toString() {
        return "Kek[hidden]";
    }
}
