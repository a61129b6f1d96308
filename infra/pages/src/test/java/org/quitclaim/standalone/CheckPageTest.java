package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.NeedsBrowser;
import org.quitclaim.standalone.browser.Viewport;

/** The page to which the code on a certificate leads, on a phone, with the files that the officer and the person have. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckPageTest {
    private static final Pattern CODE = Pattern.compile("[A-Z2-7]{5}(-[A-Z2-7]{1,5}){5}", Pattern.CASE_INSENSITIVE);

    private Path folder;
    private Site site;
    private Chromium browser;
    private Path pdf;
    private Path json;
    private Path letter;
    private String code;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        site = Site.over(folder);
        browser = site.browser();
        String file = erasureOf(site.recognisable("Wendela Vergeetmij"));
        pdf = Files.write(folder.resolve("certificate.pdf"), certificate(file, "application/pdf"));
        json = Files.write(folder.resolve("certificate.json"), certificate(file, "application/json"));
        letter = Files.write(
                folder.resolve("letter.pdf"),
                site.office()
                        .officer()
                        .get("/api/erasure-cases/" + file + "/letter")
                        .orFail()
                        .bytes());
        code = codeIn(Files.readAllBytes(letter));
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @BeforeEach
    void takeThePhone() {
        browser.forget(Viewport.PHONE);
    }

    @AfterEach
    void nothingWentElsewhere() {
        site.nothingWentElsewhere();
    }

    @Test
    @Requirement("R65")
    void thePdfIsGenuineAndItsCodeShowsThatItIsHers() {
        check(pdf, code);

        assertThat(verdict("good"))
                .contains("This certificate is genuine", "The code opens it", "provisional")
                .doesNotContain("Wendela");
    }

    @Test
    @Requirement("R65")
    void theSignedFileIsGenuineForWhoeverHasNoLetter() {
        check(json, "");

        assertThat(verdict("good")).contains("no byte of it was changed").doesNotContain("The code opens it");
    }

    @Test
    @Requirement("R65")
    void aChangedWordIsFoundAndSaidPlainlyInDutchToo() throws IOException {
        String changed = Files.readString(json, StandardCharsets.UTF_8).replaceFirst("\"DONE\"", "\"DUNE\"");
        assertThat(changed).isNotEqualTo(Files.readString(json, StandardCharsets.UTF_8));
        check(Files.writeString(folder.resolve("changed.json"), changed), "");

        assertThat(verdict("bad")).contains("not accepted");
        browser.allCss("#languages button").get(1).click();
        assertThat(verdict("bad")).contains("niet aanvaard");
    }

    @Test
    @Requirement("R65")
    void somebodyElsesCodeOpensNothing() {
        check(pdf, (code.startsWith("A") ? "B" : "A") + code.substring(1));

        assertThat(verdict("bad"))
                .contains("The code does not fit", "mistyped", "The certificate itself is genuine")
                .doesNotContain("not accepted");
        browser.allCss("#languages button").get(1).click();
        assertThat(verdict("bad")).contains("De code past niet", "Het bewijs zelf is echt");
    }

    /** Both came in one envelope. */
    @Test
    void whoeverChoosesTheLetterIsToldToChooseTheCertificate() {
        check(letter, code);

        assertThat(verdict("bad")).contains("This is the letter", "Choose the certificate");
        browser.allCss("#languages button").get(1).click();
        assertThat(verdict("bad")).contains("Dit is de brief", "Kies het bewijs");
    }

    /** "Try again in a moment" was said of a file that will be too large in a moment, too. */
    @Test
    void aFileThatIsNoCertificateForItsSizeIsSaidToBeTooLargeInBothLanguages() throws IOException {
        check(Files.write(folder.resolve("large.pdf"), new byte[1 << 20]), "");

        assertThat(verdict("bad")).contains("larger than any certificate").doesNotContain("Try again");
        browser.allCss("#languages button").get(1).click();
        assertThat(verdict("bad")).contains("groter dan welk bewijs");
    }

    private void check(Path file, String typed) {
        browser.open("/certificates/check");
        browser.css("#file").sendKeys(file.toString());
        browser.css("#code").sendKeys(typed);
        browser.clickCss("#form button");
    }

    private String verdict(String kind) {
        return browser.css(".verdict." + kind).getText();
    }

    private String erasureOf(Asked asked) {
        site.office().withdraw(asked, true, List.of()).orFail();
        return Awaitility.await("the erasure is done")
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> site
                                .office()
                                .officer()
                                .get("/api/erasure-cases?person=" + asked.person())
                                .orFail()
                                .list("items")
                                .stream()
                                .findFirst()
                                .orElse(Client.JSON.missingNode()),
                        one -> one.hasNonNull("closedAt"))
                .path("erasureCaseId")
                .asString();
    }

    private byte[] certificate(String erasure, String type) {
        return site.office()
                .officer()
                .get("/api/erasure-cases/" + erasure + "/certificate", type)
                .orFail()
                .bytes();
    }

    private static String codeIn(byte[] letter) throws IOException {
        try (PDDocument document = Loader.loadPDF(letter)) {
            return CODE.matcher(new PDFTextStripper().getText(document))
                    .results()
                    .map(MatchResult::group)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
