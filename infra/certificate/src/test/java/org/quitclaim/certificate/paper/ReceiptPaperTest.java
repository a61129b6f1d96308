package org.quitclaim.certificate.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.quitclaim.certificate.ConsentReceipt;
import org.quitclaim.domain.Requirement;

class ReceiptPaperTest {
    static final ConsentReceipt RECEIPT = receipt("WEBSITE");

    private static ConsentReceipt receipt(String channel) {
        return receipt(channel, "Your photo", List.of("general"));
    }

    /** For more subjects than anybody lists, with a text whose title has no space. */
    static ConsentReceipt enormous() {
        List<String> subjects =
                IntStream.range(0, 400).mapToObj(number -> "subject-" + number).toList();
        return receipt("WEBSITE", "Photo".repeat(80), subjects);
    }

    private static ConsentReceipt receipt(String channel, String title, List<String> contexts) {
        return receipt(channel, title, contexts, new ConsentReceipt.Signed("PERSON", 0, "SIMPLE", "LINK", "TWO_STEPS"));
    }

    private static ConsentReceipt receipt(
            String channel, String title, List<String> contexts, ConsentReceipt.Signed signed) {
        return ConsentReceipt.of(new ConsentReceipt.Permission(
                ConsentReceipt.SCHEMA,
                "gra_aaaaaaaaaaaaaaaaaaaaaaaaaa",
                "per_aaaaaaaaaaaaaaaaaaaaaaaaaa",
                "qui_aaaaaaaaaaaaaaaaaaaaaaaaaa",
                new ConsentReceipt.Notice(
                        "not_aaaaaaaaaaaaaaaaaaaaaaaaaa",
                        "en",
                        "a".repeat(64),
                        title,
                        Map.of("DATA", "Photos.", "CONTROLLER", "The Vaart Museum, Kade 1"),
                        Map.of("nl", new ConsentReceipt.Heading("Uw foto", "Museum De Vaart, Kade 1"))),
                "PUBLICATION",
                List.of("photograph"),
                false,
                "GDPR Art. 6(1)(a)",
                "GDPR",
                List.of(channel),
                List.of("WORLD"),
                contexts,
                List.of(),
                Map.of(),
                "ALL",
                List.of(),
                "2026-11-23",
                "2027-11-23",
                "Europe/Amsterdam",
                "2026-11-23T11:00:00Z",
                signed));
    }

    @Test
    void whoSignedForSomebodyElseReadsOfThePersonTheyRepresent() throws IOException {
        ConsentReceipt.Signed parent = new ConsentReceipt.Signed("REPRESENTATIVE", 1, "SIMPLE", "PAPER", "SIGNED");
        byte[] paper = ReceiptPaper.of(receipt("WEBSITE", "Your photo", List.of("general"), parent));
        try (PDDocument document = Loader.loadPDF(paper)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("Using photos that show the person you represent")
                    .contains("waarop de persoon die u vertegenwoordigt te zien is")
                    .doesNotContain("photos that show you ", "waarop u te zien bent");
        }
    }

    @Test
    @Requirement("R11")
    void howItWasConfirmedIsSaidInBothLanguages() throws IOException {
        for (Map.Entry<String, String> way : Map.of("CODE", "With a code that was mailed", "TWO_STEPS", "In two steps")
                .entrySet()) {
            ConsentReceipt.Signed signed =
                    new ConsentReceipt.Signed("PERSON", 0, "SIMPLE", "LINK_VOUCHED", way.getKey());
            byte[] paper = ReceiptPaper.of(receipt("WEBSITE", "Your photo", List.of("general"), signed));
            try (PDDocument document = Loader.loadPDF(paper)) {
                assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                        .contains("HOW IT WAS CONFIRMED " + way.getValue(), "HOE HET IS BEVESTIGD ");
            }
        }
    }

    @Test
    @Requirement("R11")
    void onePageSaysInBothLanguagesWhatWasAllowedAndByWhichRecord() throws IOException {
        byte[] paper = ReceiptPaper.of(RECEIPT);
        assertThat(ReceiptPaper.of(RECEIPT)).isEqualTo(paper);
        try (PDDocument document = Loader.loadPDF(paper)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("Receipt of your permission", "Ontvangstbewijs van uw toestemming")
                    .contains("our website", "23 November 2027", "23 november 2027")
                    .contains("Only about: “General use, without a subject of its own”")
                    .contains("Alleen over: “Algemeen gebruik, zonder eigen onderwerp”")
                    .contains("anywhere in the world", "overal ter wereld", "It is about all photos.")
                    .contains(RECEIPT.record().recordId(), RECEIPT.sha256())
                    .contains("WHO ASKED YOU The Vaart Museum, Kade 1", "WIE HET U VROEG Museum De Vaart, Kade 1")
                    .contains("Your consent (GDPR Art. 6(1)(a))", "Uw toestemming (AVG art. 6 lid 1 a)")
                    .contains("(language: English)", "(taal: Engels)")
                    .containsOnlyOnce("Your photo")
                    .containsOnlyOnce("Uw foto");
        }
    }

    @Test
    @Requirement("R11")
    void theDigestIsThatOfTheRecordAndOfNoOther() {
        assertThat(ConsentReceipt.read(RECEIPT.bytes())).isEqualTo(RECEIPT);
        assertThat(RECEIPT.agrees()).isTrue();
        assertThat(receipt("PRESS").sha256()).isNotEqualTo(RECEIPT.sha256());
        assertThat(new ConsentReceipt(receipt("PRESS").record(), RECEIPT.sha256()).agrees())
                .isFalse();
    }
}
