package org.quitclaim.vault.seal;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.signature.EcdsaParameters;
import com.google.crypto.tink.signature.EcdsaPublicKey;
import com.google.crypto.tink.signature.SignatureConfig;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPublicKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.quitclaim.vault.CertificateSigner;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.StorageFailure;

/** Tink's ECDSA; the keyset holds every key that ever signed, the primary one signs. */
final class Es256CertificateSigner implements CertificateSigner {
    private static final String NAME = "certificate-es256";

    private final SigningKeyset keyset;

    Es256CertificateSigner(SecretBox box) {
        this.keyset = new SigningKeyset(box, NAME, Es256CertificateSigner::parameters);
    }

    @Override
    public byte[] sign(byte[] bytes) throws VaultException {
        try {
            return keyset.get()
                    .getPrimitive(RegistryConfiguration.get(), PublicKeySign.class)
                    .sign(bytes);
        } catch (GeneralSecurityException e) {
            throw new StorageFailure("sign a certificate", e);
        }
    }

    @Override
    public List<ECPublicKey> publicKeys() throws VaultException {
        try {
            KeysetHandle all = keyset.get().getPublicKeysetHandle();
            List<ECPublicKey> keys = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                ECPublicKey key = publicKey((EcdsaPublicKey) all.getAt(i).getKey());
                keys.add(all.getAt(i).isPrimary() ? 0 : keys.size(), key);
            }
            return List.copyOf(keys);
        } catch (GeneralSecurityException e) {
            throw new StorageFailure("export public keys", e);
        }
    }

    @AccessesPartialKey // a public key is there to be given away
    private static ECPublicKey publicKey(EcdsaPublicKey key) throws GeneralSecurityException {
        ECPublicKeySpec spec = new ECPublicKeySpec(
                key.getPublicPoint(), key.getParameters().getCurveType().toParameterSpec());
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
    }

    void stop() {
        keyset.stop();
    }

    private static EcdsaParameters parameters() throws GeneralSecurityException {
        SignatureConfig.register();
        return EcdsaParameters.builder()
                .setCurveType(EcdsaParameters.CurveType.NIST_P256)
                .setHashType(EcdsaParameters.HashType.SHA256)
                .setSignatureEncoding(EcdsaParameters.SignatureEncoding.IEEE_P1363)
                .setVariant(EcdsaParameters.Variant.NO_PREFIX)
                .build();
    }
}
