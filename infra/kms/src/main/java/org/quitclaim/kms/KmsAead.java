package org.quitclaim.kms;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import org.quitclaim.vault.VaultException.KeyServiceFailed;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.EncryptRequest;

/**
 * One KMS key as an {@link Aead}: it never leaves the service, which is called for each operation.
 *
 * <p><b>Shape:</b> associated data goes as the encryption context {@code associatedData}, in Base64; up to 4 KiB of
 * plaintext.
 *
 * <p><b>Errors:</b> a {@link GeneralSecurityException} whose cause is a {@link KeyServiceFailed} when the service did not
 * do it; without one when the ciphertext is not what this key made for this associated data.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class KmsAead implements Aead {
    private final KmsClient kms;
    private final String keyId;

    KmsAead(KmsClient kms, String keyId) {
        this.kms = kms;
        this.keyId = keyId;
    }

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
        EncryptRequest request = EncryptRequest.builder()
                .keyId(keyId)
                .plaintext(SdkBytes.fromByteArray(plaintext))
                .encryptionContext(context(associatedData))
                .build();
        return called(() -> kms.encrypt(request).ciphertextBlob().asByteArray());
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
        DecryptRequest request = DecryptRequest.builder()
                .keyId(keyId)
                .ciphertextBlob(SdkBytes.fromByteArray(ciphertext))
                .encryptionContext(context(associatedData))
                .build();
        return called(() -> kms.decrypt(request).plaintext().asByteArray());
    }

    private static Map<String, String> context(byte[] associatedData) {
        return Map.of("associatedData", Base64.getEncoder().encodeToString(associatedData));
    }

    private static byte[] called(KmsAnswers.Call<byte[]> call) throws GeneralSecurityException {
        try {
            return KmsAnswers.of(call);
        } catch (KeyServiceFailed e) {
            throw new GeneralSecurityException(e);
        } catch (KmsAnswers.NotWhatThisKeyMade e) {
            throw new GeneralSecurityException("not what this key made");
        }
    }
}
