package org.quitclaim.vault.seal;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.signature.Ed25519Parameters;
import com.google.crypto.tink.signature.Ed25519PublicKey;
import com.google.crypto.tink.signature.SignatureConfig;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.quitclaim.vault.LogSigner;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.SigningStopped;
import org.quitclaim.vault.VaultException.StorageFailure;

/** Tink's Ed25519. */
final class Ed25519LogSigner implements LogSigner {
    private final SecretBox box;
    private @Nullable KeysetHandle keyset;
    private boolean stopped;

    Ed25519LogSigner(SecretBox box) {
        this.box = box;
    }

    @Override
    public byte[] sign(byte[] bytes) throws VaultException {
        try {
            return keyset().getPrimitive(RegistryConfiguration.get(), PublicKeySign.class)
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
                    keyset().getPublicKeysetHandle().getPrimary().getKey();
            return key.getPublicKeyBytes().toByteArray();
        } catch (GeneralSecurityException e) {
            throw new StorageFailure("export public keys", e);
        }
    }

    synchronized void stop() {
        stopped = true;
    }

    private synchronized KeysetHandle keyset() throws VaultException, GeneralSecurityException {
        if (stopped) {
            throw new SigningStopped();
        }
        KeysetHandle known = keyset;
        if (known == null) {
            SignatureConfig.register();
            known = TinkProtoKeysetFormat.parseKeyset(
                    box.obtain(NAME, Ed25519LogSigner::newKeyset), InsecureSecretKeyAccess.get());
            keyset = known;
        }
        return known;
    }

    private static byte[] newKeyset() throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(Ed25519Parameters.create(Ed25519Parameters.Variant.NO_PREFIX)),
                InsecureSecretKeyAccess.get());
    }
}
