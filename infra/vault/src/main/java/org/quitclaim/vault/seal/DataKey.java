package org.quitclaim.vault.seal;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * One data key: what seals the records, and the files, of one owner, scope and generation.
 *
 * <p><b>Shape:</b> 64 random bytes: an AES-256-GCM key for records, then the key material of AES-256-GCM-HKDF streaming
 * (1 MiB segments) for files. Two keys, because one key serves one algorithm.
 */
final class DataKey {
    private static final int PART_BYTES = 32;
    static final int MATERIAL_BYTES = 2 * PART_BYTES;

    private final Aead records;
    private final StreamingAead files;

    private DataKey(Aead records, StreamingAead files) {
        this.records = records;
        this.files = files;
    }

    static byte[] randomMaterial() {
        return SecretBytes.randomBytes(MATERIAL_BYTES).toByteArray(InsecureSecretKeyAccess.get());
    }

    static DataKey of(byte[] material) throws GeneralSecurityException {
        if (material.length != MATERIAL_BYTES) {
            throw new GeneralSecurityException("a data key has " + MATERIAL_BYTES + " bytes");
        }
        AeadConfig.register();
        StreamingAeadConfig.register();
        return new DataKey(
                ForgettingAead.around(primitive(recordKey(Arrays.copyOf(material, PART_BYTES)), Aead.class)),
                primitive(fileKey(Arrays.copyOfRange(material, PART_BYTES, MATERIAL_BYTES)), StreamingAead.class));
    }

    Aead records() {
        return records;
    }

    StreamingAead files() {
        return files;
    }

    @AccessesPartialKey
    private static Key recordKey(byte[] material) throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(PART_BYTES)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build();
        return AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(material, InsecureSecretKeyAccess.get()))
                .build();
    }

    @AccessesPartialKey
    private static Key fileKey(byte[] material) throws GeneralSecurityException {
        return AesGcmHkdfStreamingKey.create(
                PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB,
                SecretBytes.copyFrom(material, InsecureSecretKeyAccess.get()));
    }

    private static <P> P primitive(Key key, Class<P> type) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), type);
    }

    @Override
    public String toString() {
        return "DataKey[hidden]";
    }
}
