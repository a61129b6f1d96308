package org.quitclaim.certificate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;

/** An installation that issues certificates, with a key of its own. */
public record Issuer(String installation, KeyPair pair) {
    public static Issuer of(String installation) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new Issuer(installation, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    VerificationKey key() {
        return VerificationKey.of((ECPublicKey) pair.getPublic());
    }

    public SignedCertificate issue(ErasureCertificate certificate) {
        return SignedCertificate.issue(certificate, key(), this::sign);
    }

    KnownKeys published() {
        String jwks = KnownKeys.jwks(installation, List.of(KnownKeys.jwk(key())));
        try {
            return KnownKeys.parse(jwks.getBytes(StandardCharsets.UTF_8));
        } catch (KnownKeys.MalformedKeys e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
