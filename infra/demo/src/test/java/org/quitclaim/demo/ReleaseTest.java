package org.quitclaim.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReleaseTest {
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    @Test
    void aReleaseIsVerifiedWithThePublishedKeyAndNoOther() throws GeneralSecurityException {
        KeyPair signing = keys();
        String release = signed(signing, "{\"sha256\":\"00\"}");

        assertThat(Release.verified(jwk(signing), release)).isTrue();
        assertThat(Release.verified(jwk(keys()), release)).isFalse();
    }

    @Test
    void aReleaseWithOtherClaimsIsNotVerified() throws GeneralSecurityException {
        KeyPair signing = keys();
        String[] parts = signed(signing, "{\"sha256\":\"00\"}").split("\\.");
        String changed = parts[0] + "." + encode("{\"sha256\":\"01\"}") + "." + parts[2];

        assertThat(Release.verified(jwk(signing), changed)).isFalse();
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static String signed(KeyPair keys, String claims) throws GeneralSecurityException {
        String text = encode("{\"alg\":\"ES256\"}") + "." + encode(claims);
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(keys.getPrivate());
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + URL.encodeToString(signature.sign());
    }

    private static String encode(String json) {
        return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode jwk(KeyPair keys) {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return Server.JSON.valueToTree(Map.of(
                "kty",
                "EC",
                "crv",
                "P-256",
                "x",
                coordinate(key.getW().getAffineX()),
                "y",
                coordinate(key.getW().getAffineY())));
    }

    private static String coordinate(BigInteger value) {
        return URL.encodeToString(value.toByteArray());
    }
}
