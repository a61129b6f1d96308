package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import org.quitclaim.standalone.browser.Viewport;

/** What an officer writes down of one person, in a real browser: what follows is said before it is pressed. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeoplePageTest {
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

    private void see(Viewport viewport, Asked person) {
        site.logIn(Role.COMPLIANCE_OFFICER, viewport);
        browser.open("/oversight.html");
        browser.click("people-open");
        browser.clickCss(Chromium.selector("people-person") + " option[value='" + person.person() + "']");
        browser.find("permission");
    }

    private void says(String testId, String words) {
        browser.until("to read " + words, () -> browser.find(testId).getText().contains(words));
    }

    @Test
    void an_officer_reads_what_falls_before_a_permission_ends_and_she_reads_why() {
        Asked her = site.signedUp("Petra Voorbeeld");
        see(Viewport.DESK, her);
        assertThat(browser.all("permission")).hasSize(2);
        browser.clickCss(Chromium.selector("invalid-why") + " option[value=NOT_THEIR_CONTACT_POINT]");
        browser.click("invalidate");
        says("sure", "Recognition");
        says("sure", "Publication: Website");
        says("sure", "The faceprint is destroyed for good");
        says("sure", "end those that went to somebody else");
        browser.click("sure-no");
        assertThat(browser.all("invalidate")).as("nothing happened").hasSize(2);

        browser.click("invalidate");
        browser.click("sure-yes");
        browser.until("both to count no more", () -> browser.all("invalidate").isEmpty());
        says("person-facts", "does not count");

        browser.forget(Viewport.PHONE);
        browser.open(Site.page(her));
        says("never-hers", "had gone to an address that is not yours");
        browser.open("/");
        browser.run("document.cookie = 'lang=nl; path=/'");
        browser.open(Site.page(her));
        says("never-hers", "naar een adres was gegaan dat niet van u is");
    }

    @Test
    void a_hold_is_ordered_by_one_read_by_officers_only_and_ended_by_two() {
        Asked her = site.signedUp("Quirine Voorbeeld");
        see(Viewport.DESK, her);
        browser.type(Chromium.selector("safe-reason"), "A secret address");
        browser.click("safe-order");
        says("sure", "not to be used, ask the officer");
        says("sure", "It ends only when two officers say so");
        browser.click("sure-yes");
        says("safe-stands", "nothing is used");
        assertThat(browser.text()).doesNotContain("A secret address");
        browser.click("safe-read");
        says("safe-why", "A secret address");
        browser.click("safe-end");
        browser.click("sure-yes");
        says("safe-ending", "You asked to end it");
        assertThat(browser.shows("safe-agree"))
                .as("nobody agrees with themselves")
                .isFalse();

        browser.click("language");
        browser.find("people-open");
        assertThat(site.office()
                        .secondOfficer()
                        .post("/api/persons/" + her.person() + "/safeguarding/ending/agreement")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void an_editor_has_no_such_page() {
        site.logIn(Role.EDITOR, Viewport.DESK);
        browser.open("/oversight.html");
        browser.find("reenrolment");
        assertThat(browser.shows("people-open")).isFalse();
    }
}
