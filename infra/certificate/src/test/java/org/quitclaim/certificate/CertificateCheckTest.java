package org.quitclaim.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.certificate.SignedCertificate.Header;
import org.quitclaim.certificate.Verdict.Key;
import org.quitclaim.certificate.Verdict.Refused;
import org.quitclaim.certificate.Verdict.Sound;
import org.quitclaim.certificate.check.CertificateCheck;
import org.quitclaim.certificate.check.VerifyCertificate;
import org.quitclaim.certificate.paper.CertificatePaper;
import org.quitclaim.domain.Requirement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class CertificateCheckTest {
    private static final Issuer OURS = Issuer.of(Samples.INSTALLATION);
    private static final Issuer THEIRS = Issuer.of("ins_zzzzzzzzzzzzzzzzzzzzzzzzzz");
    private static final SignedCertificate SIGNED = OURS.issue(Samples.provisional());
    private static final byte[] JSON = SIGNED.bytes();
    private static final byte[] PAPER = CertificatePaper.of(SIGNED);

    private static Verdict check(byte[] file) {
        return CertificateCheck.check(file, Optional.of(OURS.published()), Optional.empty());
    }

    private static Verdict check(String text) {
        return check(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] changed(byte[] file, int at, int by) {
        byte[] other = file.clone();
        other[at] = (byte) (other[at] + by);
        return other;
    }

    @Test
    @Requirement("R65")
    void ourCertificateIsAcceptedAsJsonAsJwsAndAsPdf() {
        assertThat(check(JSON)).isEqualTo(new Sound(SIGNED, Key.KNOWN, false));
        assertThat(check(compact())).isEqualTo(new Sound(SIGNED, Key.KNOWN, false));
        assertThat(check(PAPER)).isEqualTo(new Sound(SIGNED, Key.KNOWN, false));
    }

    private static String compact() {
        String payload = CanonicalJson.of(SIGNED.certificate());
        String encoded =
                Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        return SIGNED.jws().replace("..", "." + encoded + ".");
    }

    @Test
    @Requirement("R65")
    void everyByteOfTheJsonCounts() {
        for (int at = 0; at < JSON.length; at++) {
            assertThat(check(changed(JSON, at, 1))).as("byte %d", at).isInstanceOf(Refused.class);
        }
    }

    @Property(tries = 400)
    void everyByteOfTheJsonCountsWhateverItBecomes(
            @ForAll @IntRange(max = 100_000) int at, @ForAll @IntRange(min = 1, max = 255) int by) {
        assertThat(check(changed(JSON, at % JSON.length, by))).isInstanceOf(Refused.class);
    }

    @Property(tries = 150)
    void everyByteOfThePdfCounts(
            @ForAll @IntRange(max = 1_000_000) int at, @ForAll @IntRange(min = 1, max = 255) int by) {
        assertThat(check(changed(PAPER, at % PAPER.length, by))).isInstanceOf(Refused.class);
    }

    @Property(tries = 200)
    void nonsenseIsRefusedAndBreaksNothing(@ForAll @Size(max = 200) byte[] file) {
        assertThat(check(file)).isInstanceOf(Refused.class);
    }

    @Test
    @Requirement("R65")
    void aWordOnThePageThatDiffersFromTheStatementIsFound() {
        String page = new String(PAPER, StandardCharsets.ISO_8859_1).replace("PROVISIONAL)", "QROVISIONAL)");
        assertThat(check(page.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(new Refused(Flaw.PAGE_CHANGED));
    }

    @Test
    void whatWasAddedOrLaidOutAnewIsFound() {
        String text = new String(JSON, StandardCharsets.UTF_8);
        assertThat(check(text + "\n")).isEqualTo(new Refused(Flaw.NOT_AS_ISSUED));
        assertThat(check(text.replace(",\"jws\"", ", \"jws\""))).isEqualTo(new Refused(Flaw.NOT_AS_ISSUED));
        assertThat(check(text.replace("\"status\"", "\"note\":\"x\",\"status\"")))
                .isInstanceOf(Refused.class);
    }

    @Test
    @Requirement("R65")
    void aChangedWordDoesNotFitTheSignature() {
        String text = new String(JSON, StandardCharsets.UTF_8);
        assertThat(check(text.replace("\"PROVISIONAL\"", "\"FINAL\""))).isEqualTo(new Refused(Flaw.SIGNATURE_WRONG));
        assertThat(check(text.replace("\"records\":3", "\"records\":4"))).isEqualTo(new Refused(Flaw.SIGNATURE_WRONG));
    }

    @Test
    @Requirement("R65")
    void aCertificateOfAnotherInstallationIsRefused() {
        Optional<KnownKeys> theirs = Optional.of(THEIRS.published());
        assertThat(CertificateCheck.check(JSON, theirs, Optional.empty()))
                .isEqualTo(new Refused(Flaw.OTHER_INSTALLATION));
        Optional<KnownKeys> unnamed =
                Optional.of(new KnownKeys(null, THEIRS.published().keys()));
        assertThat(CertificateCheck.check(JSON, unnamed, Optional.empty())).isEqualTo(new Refused(Flaw.UNKNOWN_KEY));
    }

    @Test
    void whoSignsWithAKeyOfTheirOwnInOurNameIsRefused() {
        byte[] forged = new Issuer(Samples.INSTALLATION, THEIRS.pair())
                .issue(Samples.completed())
                .bytes();
        assertThat(check(forged)).isEqualTo(new Refused(Flaw.UNKNOWN_KEY));
        assertThat(CertificateCheck.check(forged, Optional.empty(), Optional.empty()))
                .isInstanceOfSatisfying(
                        Sound.class, sound -> assertThat(sound.key()).isEqualTo(Key.SELF_ASSERTED));
    }

    /** For every ECDSA signature there is a second one that fits as well, which anybody can work out. */
    @Test
    @Requirement("R65")
    void ofTheTwoSignaturesThatFitOnlyTheOneThatWasIssuedIsAccepted() {
        for (int i = 0; i < 8; i++) {
            SignedCertificate issued = OURS.issue(Samples.provisional());
            int at = issued.jws().lastIndexOf('.') + 1;
            byte[] signature = Base64.getUrlDecoder().decode(issued.jws().substring(at));
            String twin = issued.jws().substring(0, at) + SignedCertificate.base64url(LowS.other(signature));
            assertThat(check(issued.bytes())).isInstanceOf(Sound.class);
            assertThat(LowS.other(LowS.other(signature))).isEqualTo(signature);
            assertThat(check(new SignedCertificate(Samples.provisional(), twin).bytes()))
                    .isEqualTo(new Refused(Flaw.SIGNATURE_WRONG));
        }
    }

    @Test
    void aKeyCannotBorrowTheIdOfAnother() {
        SignedCertificate theirs = THEIRS.issue(Samples.provisional());
        String header = new String(
                Base64.getUrlDecoder()
                        .decode(theirs.jws().substring(0, theirs.jws().indexOf('.'))),
                StandardCharsets.UTF_8);
        String borrowed = header.replace(THEIRS.key().id(), OURS.key().id());
        String encoded = SignedCertificate.base64url(borrowed.getBytes(StandardCharsets.UTF_8));
        byte[] signature =
                LowS.of(THEIRS.sign(SignedCertificate.signingInput(encoded, CanonicalJson.of(theirs.certificate()))));
        String jws = encoded + ".." + SignedCertificate.base64url(signature);
        assertThat(check(new SignedCertificate(Samples.provisional(), jws).bytes()))
                .isEqualTo(new Refused(Flaw.SIGNATURE_WRONG));
    }

    @Test
    @Requirement({"R55", "R65"})
    void onlyTheCodeOfTheLetterShowsWhomItConcerns() {
        assertThat(withCode("K7QMZ-X2BN4-RTYW3-HGD5F-SVCJP-E"))
                .isInstanceOfSatisfying(
                        Sound.class, sound -> assertThat(sound.opensWithCode()).isTrue());
        assertThat(withCode("aaaaaaaaaaaaaaaaaaaaaaaaaa")).isEqualTo(new Refused(Flaw.CODE_WRONG));
        assertThat(new String(JSON, StandardCharsets.UTF_8)).doesNotContain(Samples.CODE, "per_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k7qm", "per_aaaaaaaaaaaaaaaaaaaaaaaaaa", "k7qmz x2bn4 rtyw3 hgd5f svcjp 9"})
    void whatCannotBeACodeIsSaidToBeNone(String typed) {
        assertThat(withCode(typed)).isEqualTo(new Refused(Flaw.CODE_MALFORMED));
    }

    private static Verdict withCode(String code) {
        return CertificateCheck.check(JSON, Optional.of(OURS.published()), Optional.of(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "a.b.c", "%PDF-1.7 nothing", "{\"certificate\":{},\"jws\":1}", "null"})
    void whatIsNoCertificateIsSaidToBeNone(String text) {
        assertThat(check(text)).isEqualTo(new Refused(Flaw.UNREADABLE));
    }

    /** A header that names no key is nobody's, and once ended in a stack trace. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "[]",
                "{\"alg\":\"ES256\"}",
                "{\"alg\":\"ES256\",\"jwk\":null,\"kid\":\"x\",\"typ\":\"x\"}",
                "{\"alg\":\"ES256\",\"jwk\":{},\"kid\":\"x\",\"typ\":\"x\"}",
                "{\"alg\":\"ES256\",\"jwk\":{\"crv\":\"P-256\",\"kty\":\"EC\"},\"kid\":\"x\",\"typ\":\"x\"}"
            })
    void aHeaderWithoutAKeyIsRefused(String header) {
        String encoded = SignedCertificate.base64url(header.getBytes(StandardCharsets.UTF_8));
        String signature = SIGNED.jws().substring(SIGNED.jws().lastIndexOf('.'));
        assertThat(check(new String(JSON, StandardCharsets.UTF_8).replace(SIGNED.jws(), encoded + "." + signature)))
                .isInstanceOf(Refused.class);
        assertThat(check(
                        encoded + "." + SignedCertificate.base64url("{}".getBytes(StandardCharsets.UTF_8)) + signature))
                .isInstanceOf(Refused.class);
    }

    /** Whoever signs with a key of their own can sign anything; without keys to compare with, only its form is left. */
    @Test
    void aStatementInWhichSomethingIsMissingOrNoValueIsRefusedWhoeverSignedIt() {
        JsonNode whole = CanonicalJson.MAPPER.valueToTree(Samples.provisional());
        List<String> odd = new ArrayList<>(List.of("{}", "[]", "null", "1"));
        for (String member : whole.propertyNames()) {
            for (String value : List.of("null", "[null]", "[{}]", "{}", "{\"state\":\"DONE\"}", "1e308", "\"\"")) {
                ObjectNode other = (ObjectNode) whole.deepCopy();
                other.set(member, CanonicalJson.MAPPER.readTree(value));
                odd.add(other.toString());
            }
            ObjectNode less = (ObjectNode) whole.deepCopy();
            less.remove(member);
            odd.add(less.toString());
        }
        assertThat(odd)
                .allSatisfy(
                        statement -> assertThatCode(() -> accepted(statement)).doesNotThrowAnyException());
    }

    /** Checked, and said in words, as the verb does. */
    private static void accepted(String statement) throws IOException {
        String payload = statement.startsWith("{") ? CanonicalJson.canonical(statement) : statement;
        String header = SignedCertificate.base64url(CanonicalJson.bytes(Header.of(THEIRS.key())));
        byte[] signature = LowS.of(THEIRS.sign(SignedCertificate.signingInput(header, payload)));
        String jws = header + "." + SignedCertificate.base64url(payload.getBytes(StandardCharsets.UTF_8)) + "."
                + SignedCertificate.base64url(signature);
        Path file = Files.createTempFile("statement", ".jws");
        try {
            Files.writeString(file, jws);
            VerifyCertificate.run(
                    file, null, file.resolveSibling("none"), null, new PrintStream(OutputStream.nullOutputStream()));
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 2_000)
    void aFileDamagedAtRandomIsRefusedInWords(@ForAll @IntRange(max = 1) int form, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] file = (form == 0 ? JSON : PAPER).clone();
        for (int times = random.nextInt(1, 8); times > 0; times--) {
            file[random.nextInt(file.length)] = (byte) random.nextInt(256);
        }
        byte[] cut = random.nextInt(4) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file;
        Assume.that(!Arrays.equals(cut, form == 0 ? JSON : PAPER));
        assertThat(CertificateCheck.check(cut, Optional.empty(), Optional.of(Samples.CODE)))
                .isInstanceOf(Refused.class);
    }
}
