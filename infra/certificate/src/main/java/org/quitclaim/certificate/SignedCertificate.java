package org.quitclaim.certificate;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A certificate with its signature, as it is handed out.
 *
 * <p><b>Shape:</b> canonical JSON (RFC 8785) with the members {@code certificate} and {@code jws}, in UTF-8 and nothing
 * after it. The JWS is the compact form with the payload taken out (RFC 7515, appendix F); its payload is the canonical
 * form of {@code certificate}. Its header names the algorithm, the type, the key's thumbprint and the key.
 *
 * @param jws header, nothing, signature, separated by dots
 */
public record SignedCertificate(ErasureCertificate certificate, String jws) {
    static final String ALGORITHM = "ES256";
    static final String TYPE = "quitclaim-erasure-certificate+jws";

    /** The members of a JWS header. */
    record Header(String alg, VerificationKey jwk, String kid, String typ) {
        static Header of(VerificationKey key) {
            return new Header(ALGORITHM, key, key.id(), TYPE);
        }
    }

    /** Makes a signature: ECDSA on P-256 with SHA-256, r and s of 32 bytes each. */
    @FunctionalInterface
    public interface Signing<E extends Exception> {
        byte[] sign(byte[] bytes) throws E;
    }

    /** Signs what is stated; of the two signatures that would fit it takes the one that a check accepts. */
    public static <E extends Exception> SignedCertificate issue(
            ErasureCertificate certificate, VerificationKey key, Signing<E> signing) throws E {
        String header = base64url(CanonicalJson.bytes(Header.of(key)));
        byte[] signature = LowS.of(signing.sign(signingInput(header, CanonicalJson.of(certificate))));
        return new SignedCertificate(certificate, header + ".." + base64url(signature));
    }

    /** The file. */
    public byte[] bytes() {
        return CanonicalJson.bytes(this);
    }

    /** The thumbprint of the key that signed. */
    public String keyId() {
        return header().kid();
    }

    private Header header() {
        byte[] json = Base64.getUrlDecoder().decode(jws.substring(0, jws.indexOf('.')));
        return CanonicalJson.MAPPER.readValue(json, Header.class);
    }

    /** Source: RFC 7515, section 5.1. */
    static byte[] signingInput(String header, String payload) {
        String encoded = base64url(payload.getBytes(StandardCharsets.UTF_8));
        return (header + '.' + encoded).getBytes(StandardCharsets.US_ASCII);
    }

    static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
