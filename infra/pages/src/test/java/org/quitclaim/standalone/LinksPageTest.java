package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.NeedsBrowser;
import org.quitclaim.standalone.browser.Reading;
import org.quitclaim.standalone.browser.Viewport;

/** Links made and ended on the page of staff, and what their holders read then, in a real browser. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinksPageTest {
    private static final String PATH = "/links.html";

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
    void a_new_link_is_shown_to_nobody_and_an_ended_one_says_what_to_do() {
        Asked anna = site.asked("Anna");
        see(Role.EDITOR, anna);
        assertThat(browser.shows("end-link")).as("editors end none").isFalse();
        choose("again-why", "NOT_RECEIVED");
        browser.click("make-link");
        browser.find("fresh-link");
        browser.until("to see both", () -> browser.all("link").size() == 2);
        assertThat(browser.text()).as("no link is shown to staff").doesNotContain("/q/");
        String quitclaim = "qcl_" + anna.page().substring("/api/q/".length()).substring(0, 26);
        String fresh = Mailboxes.link(
                site.office(),
                quitclaim,
                site.office()
                        .officer()
                        .get("/api/quitclaims/" + quitclaim + "/links")
                        .orFail()
                        .json()
                        .path(1)
                        .path("linkId")
                        .asString());
        assertThat(browser.all("link").getLast().getText()).contains("The new one.");
        see(Role.COMPLIANCE_OFFICER, anna);
        browser.until("to see both", () -> browser.all("link").size() == 2);
        assertThat(browser.shows("fresh-link")).isFalse();

        browser.click("end-link");
        assertThat(browser.shows("sure-yes")).as("nobody chose why").isFalse();
        choose("end-why", "WRONG_ADDRESS");
        browser.click("end-link");
        browser.until("to be asked", () -> browser.shows("sure-yes"));
        browser.click("sure-yes");
        browser.until("to be asked no more", () -> !browser.shows("sure-yes"));
        browser.until("it to be ended", () -> browser.text().contains("it went to somebody else. It opens nothing"));

        browser.forget(Viewport.PHONE);
        browser.open(fresh);
        browser.find("asks");
        browser.open(Site.page(anna));
        browser.find("closed");
        assertThat(browser.text()).contains("Ask the organisation for a new one", "by telling the organisation");
        browser.open("/");
        browser.run("document.cookie = 'lang=nl; path=/'");
        browser.open(Site.page(anna));
        browser.find("closed");
        assertThat(browser.text()).contains("Vraag de organisatie om een nieuwe", "door het de organisatie te zeggen");
    }

    @Test
    void whose_link_was_followed_by_another_reads_so_in_both_languages_and_can_still_take_back() {
        Asked bea = site.asked("Bea");
        browser.forget(Viewport.PHONE);
        browser.open(Site.page(bea));
        assertThat(browser.find("sign-until").getText()).startsWith("You can answer with this link until ");
        String quitclaim = "qcl_" + bea.page().substring("/api/q/".length()).substring(0, 26);
        String later = Mailboxes.link(
                site.office(),
                site.office().editor().post("/api/quitclaims/" + quitclaim + "/links", Map.of("reason", "LOST")),
                quitclaim);
        site.office()
                .visitor()
                .post("/api" + later + "/rights", Map.of("right", "ACCESS"))
                .orFail();

        browser.open(Site.page(bea));

        assertThat(browser.find("signing-ended").getText()).contains("A newer link is in use", "go on reading");
        assertThat(browser.shows("asks")).isFalse();
        browser.click("language-nl");
        browser.until("Dutch", () -> browser.find("signing-ended").getText().contains("Er is een nieuwere link"));
        assertThat(browser.find("signing-ended").getText()).contains("blijven lezen");
        site.office().sayYes(new Asked(bea.person(), "/api" + later), 2).orFail();
        browser.open(Site.page(bea));
        browser.click("withdraw-all");
        browser.find("withdrawn");
    }

    @Test
    void it_can_be_read_and_heard_and_is_offered_to_those_who_may_only() {
        Asked cato = site.asked("Cato");
        site.logIn(Role.PHOTOGRAPHER, Viewport.DESK);
        browser.find("drop");
        assertThat(browser.shows("links")).isFalse();
        see(Role.COMPLIANCE_OFFICER, cato);
        choose("again-why", "NOT_RECEIVED");
        browser.click("make-link");
        browser.find("fresh-link");
        Reading reading = new Reading(browser);
        SoftAssertions softly = new SoftAssertions();
        for (String scheme : List.of("light", "dark")) {
            browser.colours(scheme);
            softly.assertThat(reading.poorContrast()).as(scheme).isEmpty();
        }
        softly.assertThat(reading.nameless()).isEmpty();
        softly.assertThat(reading.widerThanTheScreen()).isEmpty();
        softly.assertAll();
    }

    @Test
    void a_letter_that_could_not_be_mailed_is_printed_after_a_word_about_what_that_means() {
        String person = site.office().register("Eef", "");
        Answer offered = site.office()
                .offer(person, site.office().publishNotice(), List.of(Office.website(9)))
                .orFail();
        String links = "/api/quitclaims/" + offered.text("quitclaimId") + "/links";
        Rest.until(
                "it to wait for paper",
                () -> site.office()
                        .officer()
                        .get(links)
                        .json()
                        .path(0)
                        .path("printable")
                        .asBoolean());
        see(Role.COMPLIANCE_OFFICER, new Asked(person, ""));
        assertThat(browser.find("delivery").getText()).contains("no e-mail address on record");
        assertThat(browser.find("letters-waiting").getText())
                .as("also for whoever chose nobody")
                .contains("Letters that wait", "Eef", "to be printed");

        browser.click("print-link");
        assertThat(browser.text())
                .contains("That you printed it is written down", "opens in another tab", "delete that file");
        browser.click("sure-yes");

        browser.until(
                "it to be printed", () -> browser.find("delivery").getText().contains("Printed as a letter"));
        assertThat(browser.text()).doesNotContain("/q/");
    }

    /** She was offered another link, and behind it was a page that spoke of somebody else. */
    @Test
    void of_whoever_was_erased_no_link_is_made_and_the_page_says_why() {
        Asked gone = site.signedUp("Dirk Gone");
        String quitclaim = "qcl_" + gone.page().substring("/api/q/".length()).substring(0, 26);
        see(Role.COMPLIANCE_OFFICER, gone);
        assertThat(browser.find("link").getText()).contains("the question is answered");
        site.office().erase(gone.person(), Map.of()).orFail();
        site.office()
                .editor()
                .post("/api/quitclaims/" + quitclaim + "/links", Map.of("reason", "LOST"))
                .isRefusal(409, "consent.person-erased");
        Rest.until(
                "it to be known",
                () -> site.office()
                        .officer()
                        .get("/api/persons/" + gone.person())
                        .text("standing")
                        .equals("ERASED"));
        see(Role.COMPLIANCE_OFFICER, gone);
        assertThat(browser.find("links-erased").getText()).contains("This person was erased");
        assertThat(browser.find("link").getText()).contains("Opens only what has to be kept");
        assertThat(browser.shows("make-link")).isFalse();
    }

    private void choose(String list, String value) {
        browser.clickCss(Chromium.selector(list) + " option[value=" + value + "]");
    }

    private void see(Role role, Asked whose) {
        site.logIn(role, role == Role.COMPLIANCE_OFFICER ? Viewport.PHONE : Viewport.DESK);
        browser.find("links");
        browser.open(PATH);
        browser.clickCss("[data-testid=links-person] option[value=" + whose.person() + "]");
        browser.find("link");
    }
}
