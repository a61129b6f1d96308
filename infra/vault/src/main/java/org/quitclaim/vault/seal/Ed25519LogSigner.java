package org.quitclaim.vault.seal;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.signature.Ed25519Parameters;
import com.google.crypto.tink.signature.Ed25519PublicKey;
import com.google.crypto.tink.signature.SignatureConfig;
import java.security.GeneralSecurityException;
import org.quitclaim.vault.LogSigner;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.StorageFailure;

/** Tink's Ed25519. */
final class Ed25519LogSigner implements LogSigner {
    private final SigningKeyset keyset;

    Ed25519LogSigner(SecretBox box) {
        this.keyset = new SigningKeyset(box, NAME, Ed25519LogSigner::parameters);
    }

    @Override
    public byte[] sign(byte[] bytes) throws VaultException {
        try {
            return keyset.get()
                    .getPrimitive(RegistryConfiguration.get(), PublicKeySign.class)
                    .sign(bytes);
        } catch (GeneralSecurityException e) {
            throw new StorageFailure("sign a head of the log", e);
        }
    }

    @Override
    @AccessesPartialKey
    public byte[] publicKey() throws VaultException {
        try {
            Ed25519PublicKey key = (Ed25519PublicKey)
                    keyset.get().getPublicKeysetHandle().getPrimary().getKey();
            return key.getPublicKeyBytes().toByteArray();
        } catch (GeneralSecurityException e) {
            throw new StorageFailure("export public keys", e);
        }
    }

    void stop() {
        keyset.stop();
    }

    private static Ed25519Parameters parameters() throws GeneralSecurityException {
        SignatureConfig.register();
        return Ed25519Parameters.create(Ed25519Parameters.Variant.NO_PREFIX);
    }
}
