package org.quitclaim.demo;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/**
 * A clearance as its recipient checks it, with nothing but the published key set.
 *
 * <p><b>Source</b>: RFC 7515 (JWS compact form), RFC 7517 and 7518 (EC keys, ES256).
 */
final class Release {
    private Release() {}

    /** Whether the clearance opens the file, is signed by a published key and names the digest of these bytes. */
    static Finding signed(StorySoFar story, Verdict verdict) {
        byte[] bytes = file(story, verdict);
        String release = verdict.clearance();
        JsonNode header = Server.JSON.readTree(part(release, 0));
        String claims = new String(part(release, 1), StandardCharsets.UTF_8);
        JsonNode key = key(story, header.path("kid").asString(""));
        return Finding.that(verified(key, release), "the signature does not fit the key")
                .and(Finding.that(names(claims, bytes), "the release names other bytes"));
    }

    /** Whether asking for the file without a clearance is refused. */
    static Finding withheld(StorySoFar story, Verdict verdict) {
        Reply refused = story.staff.editor().get(path(verdict));
        return Finding.that(!refused.ok(), refused);
    }

    static byte[] file(StorySoFar story, Verdict verdict) {
        return story.staff
                .editor()
                .get(path(verdict), "Quitclaim-Clearance", verdict.clearance())
                .orFail()
                .bytes();
    }

    private static String path(Verdict verdict) {
        return "/api/publications/" + verdict.publication() + "/file";
    }

    static JsonNode key(StorySoFar story, String id) {
        return story.staff.visitor().get("/.well-known/jwks.json").orFail().list("keys").stream()
                .filter(key -> id.isEmpty() || key.path("kid").asString("").equals(id))
                .findFirst()
                .orElseThrow(() -> new Unexpected("the key of the release is not published"));
    }

    private static boolean names(String claims, byte[] file) {
        byte[] digest = sha256(file);
        return claims.contains(HexFormat.of().formatHex(digest))
                || claims.contains(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether this key signed this JWS in compact form. */
    static boolean verified(JsonNode key, String release) {
        String signed = release.substring(0, release.lastIndexOf('.'));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(publicKey(key));
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signature.verify(part(release, 2));
        } catch (GeneralSecurityException e) {
            throw new Unexpected("the published key cannot be used", e);
        }
    }

    private static PublicKey publicKey(JsonNode key) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(coordinate(key, "x"), coordinate(key, "y"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static byte[] part(String release, int index) {
        return decode(release.split("\\.")[index]);
    }

    private static BigInteger coordinate(JsonNode key, String name) {
        return new BigInteger(1, decode(key.path(name).asString("")));
    }

    private static byte[] decode(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }
}
