package org.quitclaim.certificate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quitclaim.certificate.SignedCertificate.Header;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads a signed certificate from JSON or a compact JWS.
 *
 * <p><b>Guarantees:</b> a text is accepted only if every byte of it is as it was issued, and its signature fits.
 *
 * <p><b>Errors:</b> {@link FlawFound} on any other input, whatever it is.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class SignedText {
    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final int SIGNATURE_BYTES = 64;

    private SignedText() {}

    /** @param known the keys that are held to be the installation's; without them any key may have signed */
    public static SignedCertificate read(byte[] bytes, Optional<KnownKeys> known) {
        return verified(text(bytes), known);
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new FlawFound(Flaw.UNREADABLE);
        }
    }

    private static SignedCertificate verified(String text, Optional<KnownKeys> known) {
        try {
            return COMPACT.matcher(text).matches() ? fromCompact(text, known) : fromJson(text, known);
        } catch (JacksonException | IOException | IllegalArgumentException e) {
            throw new FlawFound(Flaw.UNREADABLE);
        }
    }

    private static SignedCertificate fromCompact(String jws, Optional<KnownKeys> known) throws IOException {
        String[] parts = jws.split("\\.");
        String payload = text(decoded(parts[1]));
        return opened(payload, parts[0] + ".." + parts[2], known);
    }

    private static SignedCertificate fromJson(String text, Optional<KnownKeys> known) throws IOException {
        JsonNode file = CanonicalJson.MAPPER.readTree(text);
        if (!file.path("certificate").isObject() || !file.path("jws").isString() || file.size() != 2) {
            throw new FlawFound(Flaw.UNREADABLE);
        }
        if (!CanonicalJson.canonical(text).equals(text)) {
            throw new FlawFound(Flaw.NOT_AS_ISSUED);
        }
        String payload = CanonicalJson.canonical(CanonicalJson.MAPPER.writeValueAsString(file.path("certificate")));
        return opened(payload, file.path("jws").asString(), known);
    }

    private static SignedCertificate opened(String payload, String jws, Optional<KnownKeys> known) throws IOException {
        VerificationKey key = requireSignature(payload, jws);
        JsonNode certificate = CanonicalJson.MAPPER.readTree(payload);
        if (!CanonicalJson.canonical(payload).equals(payload)) {
            throw new FlawFound(Flaw.NOT_AS_ISSUED);
        }
        if (!certificate.path("format").asString("").equals(ErasureCertificate.FORMAT)) {
            throw new FlawFound(Flaw.OTHER_FORMAT);
        }
        ErasureCertificate stated = CanonicalJson.MAPPER.treeToValue(certificate, ErasureCertificate.class);
        known.ifPresent(keys -> requireKnown(stated, key, keys));
        return new SignedCertificate(stated, jws);
    }

    private static VerificationKey requireSignature(String payload, String jws) throws IOException {
        String[] parts = jws.split("\\.", -1);
        if (parts.length != 3 || !parts[1].isEmpty()) {
            throw new FlawFound(Flaw.SIGNATURE_WRONG);
        }
        @Nullable Header header = CanonicalJson.MAPPER.readValue(decoded(parts[0]), Header.class);
        if (header == null) {
            throw new FlawFound(Flaw.UNREADABLE); // the JSON text "null"
        }
        byte[] signature = decoded(parts[2]);
        boolean fits = header.equals(Header.of(header.jwk()))
                && signature.length == SIGNATURE_BYTES
                && header.jwk().signed(SignedCertificate.signingInput(parts[0], payload), signature);
        if (!fits) {
            throw new FlawFound(Flaw.SIGNATURE_WRONG);
        }
        return header.jwk();
    }

    /** One text for one sequence of bytes: unused bits at the end have to be zero. */
    private static byte[] decoded(String base64url) {
        byte[] bytes = Base64.getUrlDecoder().decode(base64url);
        if (!SignedCertificate.base64url(bytes).equals(base64url)) {
            throw new FlawFound(Flaw.NOT_AS_ISSUED);
        }
        return bytes;
    }

    private static void requireKnown(ErasureCertificate stated, VerificationKey key, KnownKeys known) {
        String installation = known.installation();
        if (installation != null && !installation.equals(stated.installation())) {
            throw new FlawFound(Flaw.OTHER_INSTALLATION);
        }
        if (!known.keys().containsKey(key.id())) {
            throw new FlawFound(Flaw.UNKNOWN_KEY);
        }
    }
}
