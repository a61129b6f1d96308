package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.quitclaim.access.Role;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.NeedsBrowser;
import org.quitclaim.standalone.browser.Viewport;

/** An answer that waits for a second employee, on every page that shows it. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaitingAnswersPageTest {
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
    void her_page_says_that_it_waits_and_an_editor_who_has_seen_her_confirms_it() {
        Asked wilma = site.asked("Wilma Waits");
        site.office().sayYesUnseen(wilma, 2).orFail();
        browser.open(wilma.page().substring("/api".length()));
        assertThat(browser.find("grant-RECOGNITION").getText())
                .contains("waits to be confirmed", "It counts once a second employee, who has seen you, confirms");
        assertThat(browser.find("grant-WEBSITE").getText()).contains("✓ Yes").doesNotContain("waits");

        site.logIn(Role.COMPLIANCE_OFFICER, Viewport.DESK);
        browser.open("/oversight.html");
        says("waiting-person", "Wilma Waits");
        says("waiting-refused", "You registered this person");
        assertThat(browser.shows("waiting-confirm")).isFalse();

        site.logIn(Role.EDITOR, Viewport.PHONE);
        browser.open("/links.html");
        browser.clickCss("[data-testid=links-person] option[value=" + wilma.person() + "]");
        says("waiting-answers", "by a link to an address that one employee typed");
        browser.clickCss("[data-testid=waiting-how] option[value=IN_PERSON]");
        browser.tabTo("waiting-confirm");
        browser.press(Keys.ENTER);
        browser.until("nothing waits", () -> !browser.shows("waiting-person"));
        browser.open(wilma.page().substring("/api".length()));
        assertThat(browser.find("grant-RECOGNITION").getText())
                .contains("✓ Yes")
                .doesNotContain("waits");
    }

    private void says(String what, String words) {
        browser.until(what, () -> browser.find(what).getText().contains(words));
    }
}
