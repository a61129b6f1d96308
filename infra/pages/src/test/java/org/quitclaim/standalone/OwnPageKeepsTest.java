package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.NeedsBrowser;
import org.quitclaim.standalone.browser.Reading;
import org.quitclaim.standalone.browser.Viewport;

/** What somebody began on the page of their own is not lost, and what stands is reached whatever else is asked. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnPageKeepsTest {
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

    @BeforeEach
    void takeThePhone() {
        browser.forget(Viewport.PHONE);
    }

    @AfterEach
    void nothingWentElsewhere() {
        site.nothingWentElsewhere();
    }

    @Test
    @Requirement("R5")
    void another_language_keeps_who_signs_the_step_and_what_was_ticked() {
        browser.open(Site.page(askedForAChild()));
        browser.find("asks");
        choose(0, "yes");
        choose(1, "no");
        browser.clickCss("label:has([name=representative])");
        browser.click("language-nl");
        browser.until("Dutch", () -> browser.text().contains("Wie tekent?"));
        assertThat(browser.css("[name=representative]").isSelected()).isTrue();

        browser.click("continue");
        browser.click("confirm-0");
        assertThat(browser.find("signing-as").getText()).contains("Wie tekent?", "Ouder 1");
        browser.click("language-en");
        browser.until("the second step in English", () -> browser.text().contains("Your answers"));
        assertThat(browser.find("confirm-0").isSelected()).isTrue();
        assertThat(browser.find("signing-as").getText()).contains("Parent 1");
        browser.click("send");
        site.typeCode();
        browser.find("receipt");
    }

    @Test
    @Requirement("R5")
    void another_language_keeps_what_is_open_and_half_written() {
        browser.open(Site.page(site.signedUp("Half Written")));
        browser.clickCss(Chromium.selector("rights") + " > summary");
        browser.find("correction-wrong").sendKeys("My name has two n");
        browser.run("const about = document.querySelector('[data-testid=correction-about]'); about.value = 'else';"
                + " about.dispatchEvent(new Event('change'))");
        browser.click("language-nl");
        browser.until("Dutch", () -> browser.find("ask-RECTIFICATION").getText().equals("Versturen"));
        assertThat(browser.find("correction-wrong").getDomProperty("value")).isEqualTo("My name has two n");
        assertThat(browser.find("correction-about").getDomProperty("value")).isEqualTo("else");
    }

    /** Whoever had only the link with the new question had to answer that first. */
    @Test
    @Requirement({"R17", "R18"})
    void what_is_allowed_is_taken_back_while_something_else_is_asked() {
        Asked asked = site.signedUp("Kim Asked Again");
        Asked again = site.office().ask(asked.person(), site.notice(), List.of(Office.website(90)));
        browser.open(Site.page(again));
        browser.find("asks");
        assertThat(browser.all("withdraw")).hasSize(2);
        browser.clickCss(Chromium.selector("grant-RECOGNITION") + " button");
        assertThat(browser.find("withdrawn").getText()).contains("Taken back");
        assertThat(browser.shows("asks")).isTrue();
        assertThat(browser.all("withdraw")).hasSize(1);
    }

    @Test
    void nothing_is_wider_than_the_smallest_screen_with_letters_of_twice_the_size() {
        Asked asked = site.asked("Small Screen");
        browser.forget(Viewport.SMALL);
        browser.open(Site.page(asked));
        browser.find("asks");
        twiceAsLarge();
        choose(0, "no");
        choose(1, "yes");
        browser.click("continue");
        browser.find("confirm");
        twiceAsLarge();
        browser.click("send");
        browser.find("receipt");
        browser.clickCss(Chromium.selector("rights") + " > summary");
        WebElement list = browser.find("correction-about");
        twiceAsLarge();
        assertThat(list.getSize().width).isLessThanOrEqualTo(320);
    }

    private void twiceAsLarge() {
        browser.run("document.documentElement.style.fontSize = '200%'");
        assertThat(new Reading(browser).cutOff()).isEmpty();
        assertThat(new Reading(browser).widerThanTheScreen()).isEmpty();
    }

    private Asked askedForAChild() {
        Client officer = site.office().officer();
        String child = officer.post(
                        "/api/persons",
                        Map.of(
                                "name",
                                "Kid of two",
                                "email",
                                "parent@example.org",
                                "capacity",
                                "VISITOR",
                                "ageGroup",
                                "MINOR"))
                .orFail()
                .text("personId");
        for (String name : List.of("A", "B")) {
            officer.post(
                            "/api/persons/" + child + "/representatives",
                            Map.of("name", name, "role", "PARENT", "verified", true, "sole", true, "authority", "Act"))
                    .orFail();
        }
        return site.office().ask(child, site.notice(), List.of(Office.recognition(300), Office.website(300)));
    }

    private void choose(int ask, String answer) {
        browser.clickCss("label:has(" + Chromium.selector("ask-" + ask + "-" + answer) + ")");
    }
}
