package org.quitclaim.vault.storage;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.stream.IntStream;

/**
 * The key-encryption key of one epoch: wraps and unwraps, and is written out only by a {@link KekStore}.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class Kek {
    private static final int KEY_BYTES = 32;
    private static final byte[] ID_CONTEXT = "quitclaim kek id".getBytes(StandardCharsets.US_ASCII);

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

    /**
     * The key that somebody else made: 32 random bytes.
     *
     * @throws GeneralSecurityException if they are not 32, or all the same
     */
    @AccessesPartialKey
    public static Kek of(byte[] key) throws GeneralSecurityException {
        AeadConfig.register();
        if (key.length != KEY_BYTES || IntStream.range(1, key.length).allMatch(at -> key[at] == key[0])) {
            throw new GeneralSecurityException("not a random key of 32 bytes");
        }
        AesGcmKey gcm = AesGcmKey.builder()
                .setParameters(PredefinedAeadParameters.AES256_GCM)
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                .setIdRequirement(id(key))
                .build();
        return new Kek(KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(gcm).makePrimary())
                .build());
    }

    /** Always the same for the same key, since everything it wraps begins with it; tells nothing about the key. */
    private static int id(byte[] key) throws GeneralSecurityException {
        byte[] mac = Hkdf.computeHkdf("HMACSHA256", key, new byte[0], ID_CONTEXT, Integer.BYTES);
        int id = ByteBuffer.wrap(mac).getInt();
        return id == 0 ? 1 : id;
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
