package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.quitclaim.access.Role;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.NeedsBrowser;
import org.quitclaim.standalone.browser.Reading;
import org.quitclaim.standalone.browser.Viewport;

/** What officers watch over, done in a real browser against the whole server. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OversightPageTest {
    private static final String PATH = "/oversight.html";
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("MMddyyyy");

    private Site site;
    private Chromium browser;

    @BeforeAll
    void start(@TempDir Path folder) {
        site = Site.over(folder);
        browser = site.browser();
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @AfterEach
    void nothingWentElsewhere() {
        site.nothingWentElsewhere();
    }

    @Test
    @Requirement("R75")
    void oneOfficerRecordsTheAssessmentByKeyboardAnotherConfirmsItAndEitherSwitchesItOff() {
        LocalDate today = LocalDate.now(Office.ZONE);
        site.logIn(Role.COMPLIANCE_OFFICER, Viewport.DESK);
        browser.tabTo("oversight");
        browser.press(Keys.ENTER);
        says("dpia-standing", "Recognition is off");
        says("dpia-in-use", "face-api/");
        says("dpia-in-use", "VGG Face");
        browser.tabTo("dpia-reference");
        browser.press("Dossier 12");
        browser.tabTo("dpia-approver");
        browser.press("The board");
        browser.tabTo("dpia-approved-on");
        browser.press(today.minusDays(3).format(TYPED));
        browser.tabTo("dpia-next-review");
        browser.press(today.plusYears(1).format(TYPED));
        browser.press(Keys.ENTER);
        says("dpia-yours", "Another officer");
        assertThat(browser.shows("dpia-confirm")).isFalse();
        assertThat(browser.focused().getText()).contains("Impact assessment");

        site.logIn(Office.SECOND_OFFICER, Viewport.DESK);
        browser.open(PATH);
        browser.click("language");
        says("dpia", "Dossier 12");
        says("dpia", "The board");
        says("dpia-standing", "Herkenning staat uit");
        browser.tabTo("dpia-confirm");
        browser.press(Keys.ENTER);
        says("dpia-standing", "Herkenning is toegestaan");
        says("dpia-in-use", "Modelpakket");
        says("dpia-versions", "1. Sinds");

        browser.click("dpia-off");
        browser.click("sure-no");
        browser.until("the dialog to close", () -> !browser.shows("sure"));
        says("dpia-standing", "Herkenning is toegestaan");
        browser.click("dpia-off");
        browser.find("sure");
        browser.tabTo("sure-yes");
        browser.press(Keys.ENTER);
        says("dpia-standing", "Herkenning staat uit");
    }

    @Test
    void whatTheServerRefusesIsSaid() {
        LocalDate today = LocalDate.now(Office.ZONE);
        site.logIn(Role.COMPLIANCE_OFFICER, Viewport.DESK);
        browser.open(PATH);
        browser.type(Chromium.selector("dpia-reference"), "Dossier 13");
        browser.type(Chromium.selector("dpia-approver"), "The board");
        browser.css(Chromium.selector("dpia-approved-on")).sendKeys(today.format(TYPED));
        browser.css(Chromium.selector("dpia-next-review"))
                .sendKeys(today.minusDays(1).format(TYPED));
        browser.click("dpia-record");

        browser.until(
                "to read the refusal", () -> browser.css("#toast").getText().contains("next review"));
        assertThat(browser.css(Chromium.selector("dpia-reference")).getDomProperty("value"))
                .isEqualTo("Dossier 13");
    }

    @Test
    void aRequestThatWaitsIsListedWithItsDueDateReadAndAnswered() {
        Office.Asked anna = site.signedUp("Anna Asks");
        Client herself = site.office().visitor();
        herself.post(anna.page() + "/rights", Map.of("right", "RECTIFICATION", "text", "My name has two n"))
                .orFail();
        herself.post(anna.page() + "/rights", Map.of("right", "RESTRICTION")).orFail();

        site.logIn(Role.COMPLIANCE_OFFICER, Viewport.DESK);
        browser.open(PATH);
        browser.until("both", () -> browser.all("request").size() == 2);
        says("request", "Anna Asks");
        says("request-due", "Answer by");
        browser.click("request-stop");
        browser.until("one that is left", () -> browser.all("request").size() == 1);
        says("request", "Correction");
        browser.click("request-read");
        says("request-words", "My name has two n");
        browser.click("request-answer-do");
        browser.until("none", () -> browser.shows("requests-none"));
        assertThat(browser.focused().getText()).contains("Requests of people");
        assertThat(site.office()
                        .officer()
                        .get("/api/rights-requests?person=" + anna.person())
                        .orFail()
                        .list("items"))
                .extracting(one -> one.path("outcome").asString())
                .containsExactlyInAnyOrder("CORRECTED", "RESTRICTED");
    }

    @Test
    void aNameThatIsWrongIsPutRightInsideTheRequestByKeyboard() {
        Office.Asked berta = site.signedUp("Berta Asks");
        site.office()
                .visitor()
                .post(
                        berta.page() + "/rights",
                        Map.of("right", "RECTIFICATION", "details", true, "text", "It is Bertha, with an h"))
                .orFail();
        site.logIn(Role.COMPLIANCE_OFFICER, Viewport.DESK);
        browser.open(PATH);
        browser.tabTo("correct-read");
        browser.press(Keys.ENTER);
        browser.until("the form", () -> browser.shows("correct-person-name"));
        browser.tabTo("correct-person-name");
        browser.type(Chromium.selector("correct-person-name"), "Bertha Asks");
        browser.tabTo("correct-person-do");
        browser.press(Keys.ENTER);
        says("correct-done", "It was put right");
        browser.click("request-answer-do");
        browser.until("none", () -> browser.shows("requests-none"));
        assertThat(site.office()
                        .officer()
                        .get("/api/persons/" + berta.person() + "/details")
                        .orFail()
                        .text("name"))
                .isEqualTo("Bertha Asks");
    }

    @Test
    void itCanBeReadAndHeardAndEachRoleIsOfferedWhatItWatchesOver() {
        Reading reading = new Reading(browser);
        site.logIn(Role.EDITOR, Viewport.DESK);
        browser.click("oversight");
        browser.until("to see the copies", () -> browser.text().contains("Copies that wait for somebody"));
        assertThat(List.of("dpia", "requests-none", "history-standing")).noneMatch(browser::shows);
        site.logIn(Role.PHOTOGRAPHER, Viewport.DESK);
        browser.find("drop");
        assertThat(browser.shows("oversight")).isFalse();
        browser.open(PATH);
        browser.until("to be told so", () -> browser.text().contains("Nothing here is for your role"));

        site.logIn(Role.COMPLIANCE_OFFICER, Viewport.PHONE);
        browser.open(PATH);
        browser.find("dpia");
        SoftAssertions softly = new SoftAssertions();
        for (String scheme : new String[] {"light", "dark"}) {
            browser.colours(scheme);
            softly.assertThat(reading.poorContrast()).as(scheme).isEmpty();
        }
        softly.assertThat(reading.nameless()).isEmpty();
        softly.assertThat(reading.widerThanTheScreen()).isEmpty();
        softly.assertAll();
    }

    private void says(String testId, String words) {
        browser.until(
                "to read \"" + words + "\"",
                () -> browser.all(testId).stream().anyMatch(one -> one.getText().contains(words)));
    }
}
