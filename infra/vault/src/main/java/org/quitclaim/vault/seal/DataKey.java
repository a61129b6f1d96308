package org.quitclaim.vault.seal;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.quitclaim.vault.storage.AesGcm;

/**
 * One data key: what seals the records, and the files, of one owner, scope and generation.
 *
 * <p><b>Shape:</b> 64 random bytes: an AES-256-GCM key for records, then the key material of AES-256-GCM-HKDF streaming
 * (1 MiB segments) for files. Two keys, because one key serves one algorithm.
 */
final class DataKey {
    private static final int PART_BYTES = 32;
    static final int MATERIAL_BYTES = 2 * PART_BYTES;
    private static final byte[] NO_PREFIX = new byte[0];

    private final AesGcm records;
    private final StreamingAead files;

    private DataKey(AesGcm records, StreamingAead files) {
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
        StreamingAeadConfig.register();
        byte[] records = Arrays.copyOf(material, PART_BYTES);
        byte[] files = Arrays.copyOfRange(material, PART_BYTES, MATERIAL_BYTES);
        try {
            return new DataKey(new AesGcm(records, NO_PREFIX), primitive(fileKey(files), StreamingAead.class));
        } finally {
            Arrays.fill(records, (byte) 0);
            Arrays.fill(files, (byte) 0);
        }
    }

    AesGcm records() {
        return records;
    }

    StreamingAead files() {
        return files;
    }

    @AccessesPartialKey
    private static Key fileKey(byte[] material) throws GeneralSecurityException {
        return AesGcmHkdfStreamingKey.create(
                PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB,
                SecretBytes.copyFrom(material, InsecureSecretKeyAccess.get()));
    }

    /** The caller sees to it that nobody is using it; a stream under way has a key of its own, derived for one file. */
    void destroy() {
        records.destroy();
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
