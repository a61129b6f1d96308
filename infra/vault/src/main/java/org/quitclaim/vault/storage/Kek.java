package org.quitclaim.vault.storage;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The key-encryption key of one epoch: wraps and unwraps, and is written out only by a {@link KekStore}.
 *
 * <p><b>Shape:</b> written out as a Tink keyset; what it wraps begins with Tink's prefix (1, then four bytes that are the
 * same for the same key).
 *
 * <p><b>Guarantees:</b> after {@link #destroy} it is not in this object any more, and never was in the threads that used
 * it ({@link AesGcm}).
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class Kek {
    private static final byte TINK = 1;
    private static final byte[] ID_CONTEXT = "quitclaim kek id".getBytes(StandardCharsets.US_ASCII);

    private final AesGcm aead;

    private Kek(AesGcm aead) {
        this.aead = aead;
    }

    /** A new random AES-256-GCM key. */
    public static Kek random() throws GeneralSecurityException {
        byte[] key = new byte[AesGcm.KEY_BYTES];
        SecureRandom random = new SecureRandom();
        random.nextBytes(key);
        int id = random.nextInt();
        return taking(key, id == 0 ? 1 : id);
    }

    /**
     * The key that somebody else made: 32 random bytes.
     *
     * @throws GeneralSecurityException if they are not 32, or all the same
     */
    public static Kek of(byte[] key) throws GeneralSecurityException {
        if (key.length != AesGcm.KEY_BYTES || IntStream.range(1, key.length).allMatch(at -> key[at] == key[0])) {
            throw new GeneralSecurityException("not a random key of 32 bytes");
        }
        return taking(key.clone(), id(key));
    }

    /** Always the same for the same key, since everything it wraps begins with it; tells nothing about the key. */
    private static int id(byte[] key) throws GeneralSecurityException {
        byte[] mac = Hkdf.computeHkdf("HMACSHA256", key, new byte[0], ID_CONTEXT, Integer.BYTES);
        int id = ByteBuffer.wrap(mac).getInt();
        return id == 0 ? 1 : id;
    }

    private static Kek taking(byte[] key, int id) throws GeneralSecurityException {
        try {
            byte[] prefix = ByteBuffer.allocate(WrappedKey.COMMON_PREFIX)
                    .put(TINK)
                    .putInt(id)
                    .array();
            return new Kek(new AesGcm(key, prefix));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Reads what {@link #keysetBytes} wrote. */
    @AccessesPartialKey
    public static Kek parse(byte[] keysetBytes) throws GeneralSecurityException {
        AeadConfig.register();
        KeysetHandle keyset = TinkProtoKeysetFormat.parseKeyset(keysetBytes, InsecureSecretKeyAccess.get());
        if (!(keyset.getPrimary().getKey() instanceof AesGcmKey key)
                || keyset.size() != 1
                || !key.getParameters().equals(PredefinedAeadParameters.AES256_GCM)) {
            throw new GeneralSecurityException("not a key-encryption key");
        }
        return taking(
                key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get()),
                keyset.getPrimary().getId());
    }

    /** The key in the clear, for the store that protects it, which overwrites it. */
    @AccessesPartialKey
    public byte[] keysetBytes() throws GeneralSecurityException {
        AeadConfig.register();
        byte[] key = aead.key();
        try {
            AesGcmKey gcm = AesGcmKey.builder()
                    .setParameters(PredefinedAeadParameters.AES256_GCM)
                    .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                    .setIdRequirement(ByteBuffer.wrap(aead.prefix()).getInt(1))
                    .build();
            KeysetHandle keyset = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(gcm).makePrimary())
                    .build();
            return TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    public byte[] wrap(byte[] secret, byte[] associatedData) throws GeneralSecurityException {
        return aead.encrypt(secret, associatedData);
    }

    public byte[] unwrap(byte[] wrapped, byte[] associatedData) throws GeneralSecurityException {
        return aead.decrypt(wrapped, associatedData);
    }

    /** Ends it in this process; whoever still refers to it is refused. */
    public void destroy() {
        aead.destroy();
    }

    @Override
    public String toString() {
        return "Kek[hidden]";
    }
}
