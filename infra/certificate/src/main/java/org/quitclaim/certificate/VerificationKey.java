package org.quitclaim.certificate;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A public key that certificates are checked with.
 *
 * <p><b>Shape:</b> the members of a JSON Web Key on P-256, coordinates of 32 bytes in base64url.
 *
 * <p><b>Source:</b> RFC 7517, 7518; the id is the thumbprint of RFC 7638, so a key cannot borrow another one's id.
 */
public record VerificationKey(
        @JsonProperty("crv") String curve,
        @JsonProperty("kty") String type,
        @JsonProperty("x") String x,
        @JsonProperty("y") String y) {
    private static final String CURVE = "P-256";
    private static final String TYPE = "EC";
    private static final int COORDINATE_BYTES = 32;
    private static final Pattern COORDINATE = Pattern.compile("[A-Za-z0-9_-]{43}");

    public VerificationKey {
        if (!CURVE.equals(curve)
                || !TYPE.equals(type)
                || !COORDINATE.matcher(x).matches()
                || !COORDINATE.matcher(y).matches()) {
            throw new IllegalArgumentException("a key of a certificate is an EC key on P-256");
        }
    }

    public static VerificationKey of(ECPublicKey key) {
        return new VerificationKey(
                CURVE,
                TYPE,
                coordinate(key.getW().getAffineX()),
                coordinate(key.getW().getAffineY()));
    }

    /** The thumbprint of this key. */
    public String id() {
        String members = "{\"crv\":\"%s\",\"kty\":\"%s\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(curve, type, x, y);
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether this key signed these bytes; {@code signature} is r and s, 32 bytes each, of the form {@link LowS}. */
    boolean signed(byte[] bytes, byte[] signature) {
        if (!LowS.is(signature)) {
            return false;
        }
        try {
            Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
            check.initVerify(publicKey());
            check.update(bytes);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // not a point of the curve, or no signature at all
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance(TYPE);
        parameters.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(number(x), number(y));
        return KeyFactory.getInstance(TYPE)
                .generatePublic(new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger number(String coordinate) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(coordinate));
    }

    private static String coordinate(BigInteger number) {
        byte[] bytes = new byte[COORDINATE_BYTES];
        byte[] shortest = number.toByteArray();
        int length = Math.min(shortest.length, COORDINATE_BYTES);
        System.arraycopy(shortest, shortest.length - length, bytes, COORDINATE_BYTES - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
