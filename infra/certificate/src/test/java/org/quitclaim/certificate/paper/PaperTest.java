package org.quitclaim.certificate.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quitclaim.certificate.ErasureCertificate;
import org.quitclaim.certificate.ErasureCertificate.Rule;
import org.quitclaim.certificate.ErasureCertificate.SecondPerson;
import org.quitclaim.certificate.Issuer;
import org.quitclaim.certificate.OrganisationDetails;
import org.quitclaim.certificate.Samples;
import org.quitclaim.certificate.SignedCertificate;
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
    void onePageSaysEverythingInBothLanguages() throws IOException {
        try (PDDocument document = Loader.loadPDF(CertificatePaper.of(SIGNED))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
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
                    .contains("the organisation never declared that one person is enough")
                    .contains("de organisatie heeft nooit verklaard dat één persoon genoeg is");
            assertThat(text(alone))
                    .contains("one person is enough, as the organisation declared on 1 November 2026")
                    .contains("één persoon is genoeg, zoals de organisatie op 1 november 2026");
            assertThat(text(again))
                    .contains("two people, since 1 November 2026", "had declared one enough for a time")
                    .contains("twee personen, sinds 1 november 2026");
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

    static Stream<ErasureCertificate> statements() {
        return Stream.of(Samples.provisional(), Samples.completed(), Samples.of(ALONE), Samples.of(TOGETHER_AGAIN));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void theColumnsEndAboveTheFoot(ErasureCertificate statement) throws IOException {
        for (Words words : List.of(Words.ENGLISH, Words.DUTCH)) {
            try (Sheet sheet = new Sheet("measured", statement.issuedAt())) {
                Column column = new Column(sheet, 42, (Sheet.WIDTH - 106) / 2, Sheet.HEIGHT - 42);
                new Statement(column, words).write(statement);
                assertThat(column.bottom()).isGreaterThan(140);
            }
        }
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
                    .contains("k7qmz-x2bn4-rtyw3-hgd5f-svcjp-e", "took the consent back", "What remains, and why")
                    .contains("Wat blijft, en waarom", "from which a faceprint could be computed anew")
                    .doesNotContain("per_");
        }
    }

    /** To be looked at: {@code mvn -pl infra/certificate test -Dtest=PaperTest}, then the pictures under target. */
    @Test
    void thePagesCanBeDrawn() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "paper"));
        draw(CertificatePaper.of(SIGNED), folder.resolve("certificate.png"));
        draw(LetterPaper.of(Samples.completed(), Samples.CODE, DPO), folder.resolve("letter.png"));
    }

    private static void draw(byte[] paper, Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(paper)) {
            BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(0, 110);
            assertThat(ImageIO.write(picture, "png", file.toFile())).isTrue();
        }
    }

    private static String text(PDDocument document) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(false);
        return stripper.getText(document).replaceAll("\\s+", " ");
    }
}
