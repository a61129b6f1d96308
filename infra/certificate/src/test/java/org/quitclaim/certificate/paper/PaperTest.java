package org.quitclaim.certificate.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quitclaim.certificate.ErasureCertificate;
import org.quitclaim.certificate.ErasureCertificate.Controller;
import org.quitclaim.certificate.ErasureCertificate.Rule;
import org.quitclaim.certificate.ErasureCertificate.SecondPerson;
import org.quitclaim.certificate.Flaw;
import org.quitclaim.certificate.Issuer;
import org.quitclaim.certificate.Milestone;
import org.quitclaim.certificate.OrganisationDetails;
import org.quitclaim.certificate.Samples;
import org.quitclaim.certificate.SignedCertificate;
import org.quitclaim.certificate.Verdict;
import org.quitclaim.certificate.check.CertificateCheck;
import org.quitclaim.domain.Requirement;

class PaperTest {
    private static final OrganisationDetails DPO =
            new OrganisationDetails("Museum De Vaart", null, "fg@devaart.example", null);

    private static final Issuer ISSUER = Issuer.of("ins_aaaaaaaaaaaaaaaaaaaaaaaaaa");
    private static final Instant DECLARED = Instant.parse("2026-11-01T10:00:00Z");
    private static final SecondPerson ALONE = new SecondPerson(Rule.NOT_REQUIRED, DECLARED);
    private static final SecondPerson TOGETHER_AGAIN = new SecondPerson(Rule.REQUIRED_AGAIN, DECLARED);
    private static final SignedCertificate SIGNED = ISSUER.issue(Samples.provisional());

    @Test
    void thePageIsMadeOfTheStatementAloneByteForByte() {
        assertThat(CertificatePaper.of(SIGNED)).isEqualTo(CertificatePaper.of(SIGNED));
    }

    @Test
    @Requirement("R65")
    void bothLanguagesSayEverything() throws IOException {
        try (PDDocument document = Loader.loadPDF(CertificatePaper.of(SIGNED))) {
            assertThat(text(document))
                    .contains(
                            "Certificate of erasure",
                            "Bewijs van verwijdering",
                            "PROVISIONAL",
                            "VOORLOPIG",
                            "23 November 2026, 10:15 UTC",
                            "23 november 2026, 10:15 UTC",
                            "21 February 2027",
                            "21 februari 2027",
                            SIGNED.certificate().reference(),
                            SIGNED.certificate().commitment());
        }
    }

    @Test
    @Requirement("R65")
    void itSaysWhetherOnePersonMayDecideAloneAndWhetherOneOnceCould() throws IOException {
        try (PDDocument never = Loader.loadPDF(CertificatePaper.of(SIGNED));
                PDDocument alone = Loader.loadPDF(CertificatePaper.of(ISSUER.issue(Samples.of(ALONE))));
                PDDocument again = Loader.loadPDF(CertificatePaper.of(ISSUER.issue(Samples.of(TOGETHER_AGAIN))))) {
            assertThat(text(never))
                    .contains("a second person has to agree. It was never otherwise.")
                    .contains("een tweede mens moet het ermee eens zijn. Dat is nooit anders geweest.");
            assertThat(text(alone))
                    .contains("One person alone can give out")
                    .contains("Dat verklaarde de organisatie op 1 november 2026");
            assertThat(text(again))
                    .contains(
                            "Since 1 November 2026, 10:00 UTC nobody alone",
                            "For a time before that one person alone could")
                    .contains("Sinds 1 november 2026");
        }
    }

    @Test
    void anyReaderFindsTheSignedStatementAttached() throws IOException {
        byte[] paper = CertificatePaper.of(SIGNED);
        try (PDDocument document = Loader.loadPDF(paper)) {
            byte[] attached = Objects.requireNonNull(document.getDocumentCatalog()
                            .getNames()
                            .getEmbeddedFiles()
                            .getNames()
                            .get(CertificatePaper.ATTACHMENT))
                    .getEmbeddedFile()
                    .toByteArray();
            assertThat(attached).isEqualTo(SIGNED.bytes());
            assertThat(CertificatePaper.attached(paper)).hasValue(attached);
        }
    }

    /** As much as nobody will ever have, in words without a space, and a controller who wants to be named in full. */
    private static ErasureCertificate enormous() {
        ErasureCertificate usual = Samples.provisional();
        List<ErasureCertificate.Residual> left = IntStream.range(0, 100)
                .mapToObj(number ->
                        usual.residuals().get(number % usual.residuals().size()))
                .toList();
        return new ErasureCertificate(
                usual.format(),
                usual.reference(),
                usual.installation(),
                usual.software(),
                usual.issuedAt(),
                usual.status(),
                URI.create("https://" + "photos.".repeat(20) + "example/certificates/check"),
                new Controller("Museum" + "vaart".repeat(60), "privacy@" + "devaart.".repeat(40) + "example"),
                usual.order(),
                Collections.nCopies(40, usual.keys().getFirst()),
                usual.keyBackupsUseless(),
                usual.machineImagesExpired(),
                usual.steps(),
                usual.remnantSearch(),
                usual.checks(),
                usual.method(),
                left,
                usual.carriedOutBy(),
                usual.secondPerson(),
                usual.commitment());
    }

    static Stream<Named<byte[]>> papers() {
        OrganisationDetails wordy =
                new OrganisationDetails("Museum " + "De Vaart ".repeat(60), null, "fg@" + "devaart.".repeat(60), null);
        return Stream.of(
                Named.of("certificate", CertificatePaper.of(SIGNED)),
                Named.of("certificate, final", CertificatePaper.of(ISSUER.issue(Samples.completed()))),
                Named.of("certificate, worst", CertificatePaper.of(ISSUER.issue(enormous()))),
                Named.of("certificate, alone", CertificatePaper.of(ISSUER.issue(Samples.of(ALONE)))),
                Named.of("certificate, together", CertificatePaper.of(ISSUER.issue(Samples.of(TOGETHER_AGAIN)))),
                Named.of("letter", LetterPaper.of(Samples.completed(), Samples.CODE, DPO)),
                Named.of("letter, worst", LetterPaper.of(enormous(), Samples.CODE, wordy)),
                Named.of("receipt, worst", ReceiptPaper.of(ReceiptPaperTest.enormous())));
    }

    @ParameterizedTest
    @MethodSource("papers")
    @Requirement("R65")
    void nothing_is_cut_off_or_written_over_another_or_too_small_to_read(byte[] paper) throws IOException {
        List<Placed> placed = Placed.on(paper);
        assertThat(placed).hasSizeGreaterThan(20).allSatisfy(line -> {
            assertThat(line.size()).as(line.text()).isGreaterThanOrEqualTo(8);
            assertThat(line.box().getMinX()).as(line.text()).isGreaterThan(30);
            assertThat(line.box().getMaxX()).as(line.text()).isLessThan(Sheet.WIDTH - 30);
            assertThat(line.box().getMaxY()).as(line.text()).isLessThan(Sheet.HEIGHT - 24);
        });
        for (int one = 0; one < placed.size(); one++) {
            Placed line = placed.get(one);
            assertThat(placed.subList(one + 1, placed.size())).as(line.text()).noneMatch(line::overlaps);
        }
    }

    @Test
    void everything_that_is_left_is_said_however_much_it_is() throws IOException {
        SignedCertificate signed = ISSUER.issue(enormous());
        byte[] paper = CertificatePaper.of(signed);
        try (PDDocument document = Loader.loadPDF(paper)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            String text = text(document);
            assertThat(text.split("Copies that others may have made", -1)).hasSize(21);
            assertThat(text.split("anderen kunnen hebben", -1)).hasSize(21);
            assertThat(text)
                    .contains("Commitment / Verbintenis " + SIGNED.certificate().commitment());
        }
        assertThat(CertificatePaper.attached(paper)).hasValue(signed.bytes());
    }

    @Test
    void a_letter_does_not_call_erased_what_is_not() throws IOException {
        ErasureCertificate waiting = Samples.waiting();
        try (PDDocument document = Loader.loadPDF(LetterPaper.of(waiting, Samples.CODE, DPO))) {
            assertThat(text(document))
                    .contains("but it is not done yet", "maar dat is nog niet klaar")
                    .doesNotContain("We have erased", "Wij hebben gewist");
        }
    }

    @Test
    @Requirement({"R53", "R62"})
    void a_letter_to_somebody_who_was_covered_says_so_once_and_in_words_to_her() throws IOException {
        Milestone done = new Milestone.Done(DECLARED);
        byte[] letter = LetterPaper.of(Samples.covered(3, done), Samples.CODE, DPO);
        byte[] one = LetterPaper.of(Samples.covered(1, done), Samples.CODE, DPO);
        byte[] waiting =
                LetterPaper.of(Samples.covered(3, new Milestone.NotYet("KEY_NOT_DESTROYED")), Samples.CODE, DPO);
        try (PDDocument document = Loader.loadPDF(letter);
                PDDocument single = Loader.loadPDF(one);
                PDDocument begun = Loader.loadPDF(waiting)) {
            assertThat(text(document))
                    .contains(
                            "We have erased: Name and contact data.",
                            "You were on 3 photos; you are covered there now.")
                    .contains("Op 3 foto's waarop u stond, bent u nu onherkenbaar gemaakt")
                    .contains("You asked for erasure.", "U hebt om verwijdering gevraagd.", "until 23 November 2031")
                    .doesNotContain("A photo with its versions", "The person", "De persoon");
            assertThat(text(single)).contains("You were on 1 photo; you", "Op 1 foto waarop");
            assertThat(text(begun))
                    .contains("You are being covered on 3 photos")
                    .doesNotContain("you are covered there now");
        }
    }

    @Test
    void a_page_about_covered_photos_does_not_call_them_erased() throws IOException {
        SignedCertificate signed = ISSUER.issue(Samples.covered(1, new Milestone.Done(DECLARED)));
        try (PDDocument document = Loader.loadPDF(CertificatePaper.of(signed))) {
            assertThat(text(document))
                    .contains("the photo stays", "de foto blijft", "sealed records under it: 1.")
                    .doesNotContain("A photo with its versions", "Een foto met haar versies");
        }
    }

    @Test
    void what_went_alike_is_said_once_with_how_many_and_each_key_keeps_its_line() throws IOException {
        SignedCertificate signed = ISSUER.issue(Samples.covered(3, new Milestone.Done(DECLARED)));
        try (PDDocument document = Loader.loadPDF(CertificatePaper.of(signed))) {
            assertThat(text(document))
                    .containsOnlyOnce("the photo stays (3 times)")
                    .containsOnlyOnce("de foto blijft (3 keer)")
                    .contains("3 photos on which the person was", "3 foto's waarop de persoon stond");
            assertThat(text(document).split("Key key_abcdefghijklmnopqrstuvwxy2", -1))
                    .hasSize(4);
        }
    }

    @Test
    @Requirement({"R53", "R65"})
    void photos_that_are_left_are_counted_and_the_reason_and_its_code_are_said() throws IOException {
        try (PDDocument page = Loader.loadPDF(CertificatePaper.of(ISSUER.issue(Samples.left(4))));
                PDDocument letter = Loader.loadPDF(LetterPaper.of(Samples.left(4), Samples.CODE, DPO));
                PDDocument one = Loader.loadPDF(LetterPaper.of(Samples.left(1), Samples.CODE, DPO));
                PDDocument none = Loader.loadPDF(LetterPaper.of(Samples.left(0), Samples.CODE, DPO))) {
            assertThat(text(page))
                    .contains("4 photos on which the person was marked stay as they are")
                    .contains("the person wants to stay on them (THE_PERSON_WISHES)");
            assertThat(text(letter))
                    .contains("4 photos on which you were marked stay", "you want to stay on them")
                    .contains("4 foto's waarop u was aangewezen", "u wilt erop blijven staan")
                    .doesNotContain("THE_PERSON_WISHES");
            assertThat(text(one)).contains("1 photo on which you were marked stays", "1 foto waarop u was");
            assertThat(text(none)).contains("nobody had marked you on one", "op geen ervan was u aangewezen");
        }
    }

    @Test
    void a_letter_says_who_writes_and_when_and_that_not_everybody_answered_yet() throws IOException {
        try (PDDocument document = Loader.loadPDF(LetterPaper.of(Samples.left(4), Samples.CODE, DPO))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(text(document))
                    .startsWith("Museum De Vaart privacy@devaart.example About your data 24 November 2026, about")
                    .contains(
                            "24 november 2026, bij bewijs", "The certificate is provisional", "Het bewijs is voorlopig")
                    .contains("Not everybody has confirmed that yet", "Nog niet iedereen heeft dat bevestigd");
        }
        try (PDDocument document = Loader.loadPDF(LetterPaper.of(Samples.completed(), Samples.CODE, DPO))) {
            assertThat(text(document)).doesNotContain("provisional", "has confirmed", "voorlopig");
        }
    }

    /** They come in the same envelope as a certificate, or lie in the same folder. */
    @Test
    void a_letter_and_a_receipt_that_are_checked_are_called_what_they_are() {
        byte[] letter = LetterPaper.of(Samples.completed(), Samples.CODE, DPO);
        assertThat(checked(letter)).isEqualTo(new Verdict.Refused(Flaw.LETTER));
        assertThat(checked(ReceiptPaper.of(ReceiptPaperTest.RECEIPT))).isEqualTo(new Verdict.Refused(Flaw.RECEIPT));
    }

    private static Verdict checked(byte[] paper) {
        return CertificateCheck.check(paper, Optional.empty(), Optional.of(Samples.CODE));
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        assertThat(Words.DUTCH.texts().keySet()).isEqualTo(Words.ENGLISH.texts().keySet());
    }

    @Test
    @Requirement({"R53", "R55"})
    void theLetterSaysWhyWhatRemainsAndTheCodeAndNamesNobody() throws IOException {
        try (PDDocument document = Loader.loadPDF(LetterPaper.of(Samples.provisional(), Samples.CODE, DPO))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(text(document))
                    .contains("k7qmz-x2bn4-rtyw3-hgd5f-svcjp-e", "You took your consent back", "What remains, and why")
                    .contains("Wat blijft, en waarom", "from which a faceprint could be computed anew")
                    .doesNotContain("per_");
        }
    }

    /** To be looked at: {@code mvn -pl infra/certificate test -Dtest=PaperTest}, then the pictures under target. */
    @Test
    void thePagesCanBeDrawn() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "paper"));
        draw(CertificatePaper.of(SIGNED), folder.resolve("certificate"));
        draw(LetterPaper.of(Samples.completed(), Samples.CODE, DPO), folder.resolve("letter"));
        draw(
                LetterPaper.of(Samples.covered(3, new Milestone.Done(DECLARED)), Samples.CODE, DPO),
                folder.resolve("letter-covered"));
        draw(LetterPaper.of(Samples.left(4), Samples.CODE, DPO), folder.resolve("letter-left"));
        draw(
                CertificatePaper.of(ISSUER.issue(Samples.covered(3, new Milestone.Done(DECLARED)))),
                folder.resolve("certificate-covered"));
        draw(ReceiptPaper.of(ReceiptPaperTest.RECEIPT), folder.resolve("receipt"));
        draw(CertificatePaper.of(ISSUER.issue(enormous())), folder.resolve("certificate-worst"));
        draw(ReceiptPaper.of(ReceiptPaperTest.enormous()), folder.resolve("receipt-worst"));
    }

    private static void draw(byte[] paper, Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(paper)) {
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(page, 110);
                Path numbered = file.resolveSibling(file.getFileName() + "-" + (page + 1) + ".png");
                assertThat(ImageIO.write(picture, "png", numbered.toFile())).isTrue();
            }
        }
    }

    private static String text(PDDocument document) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(false);
        return stripper.getText(document).replaceAll("\\s+", " ");
    }
}
