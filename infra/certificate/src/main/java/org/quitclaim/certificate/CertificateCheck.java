package org.quitclaim.certificate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quitclaim.certificate.SignedCertificate.Header;
import org.quitclaim.certificate.Verdict.Key;
import org.quitclaim.certificate.Verdict.Refused;
import org.quitclaim.certificate.Verdict.Sound;
import org.quitclaim.certificate.paper.CertificatePaper;
import org.quitclaim.certificate.paper.LetterPaper;
import org.quitclaim.certificate.paper.ReceiptPaper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Checks a certificate with nothing but the file and, if there are, keys that are held to be the installation's.
 *
 * <p><b>Guarantees:</b> a file is accepted only if every byte of it is as it was issued. Reads JSON, the compact JWS and
 * the PDF; never fails on any input, and opens no connection.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class CertificateCheck {
    /** Far more than a certificate needs. */
    public static final int MOST_BYTES = 512 * 1024;

    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final int SIGNATURE_BYTES = 64;

    private CertificateCheck() {}

    public static Verdict check(byte[] file, Optional<KnownKeys> known, Optional<String> code) {
        if (file.length > MOST_BYTES) {
            return new Refused(Flaw.UNREADABLE);
        }
        try {
            SignedCertificate signed = read(file, known);
            code.ifPresent(typed -> requireOpen(signed.certificate(), typed));
            return new Sound(signed, known.isPresent() ? Key.KNOWN : Key.SELF_ASSERTED, code.isPresent());
        } catch (FlawFound found) {
            return new Refused(found.flaw());
        }
    }

    private static SignedCertificate read(byte[] file, Optional<KnownKeys> known) {
        if (!CertificatePaper.isPaper(file)) {
            return verified(text(file), known);
        }
        byte[] inside = CertificatePaper.attached(file).orElseThrow(() -> new FlawFound(otherPaper(file)));
        SignedCertificate signed = verified(text(inside), known);
        if (!Arrays.equals(page(signed), file)) {
            throw new FlawFound(Flaw.PAGE_CHANGED);
        }
        return signed;
    }

    private static Flaw otherPaper(byte[] file) {
        if (LetterPaper.isLetter(file)) {
            return Flaw.LETTER;
        }
        return ReceiptPaper.isReceipt(file) ? Flaw.RECEIPT : Flaw.UNREADABLE;
    }

    /** A statement signed with somebody's own key may hold days that no calendar has, more than a page takes, or anything. */
    private static byte[] page(SignedCertificate signed) {
        try {
            return CertificatePaper.of(signed);
        } catch (RuntimeException e) {
            throw new FlawFound(Flaw.PAGE_CHANGED);
        }
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

    private static void requireOpen(ErasureCertificate stated, String code) {
        try {
            if (!Commitment.of(stated.reference(), code).equals(stated.commitment())) {
                throw new FlawFound(Flaw.CODE_WRONG);
            }
        } catch (Commitment.MalformedCode e) {
            throw new FlawFound(Flaw.CODE_MALFORMED);
        }
    }

    /** Ends a check. */
    private static final class FlawFound extends RuntimeException {
        private final Flaw flaw;

        FlawFound(Flaw flaw) {
            super(flaw.name(), null, false, false);
            this.flaw = flaw;
        }

        Flaw flaw() {
            return flaw;
        }
    }
}
