package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.NeedsBrowser;
import org.quitclaim.standalone.browser.Reading;
import org.quitclaim.standalone.browser.Viewport;

/** Whether the pages can be read, heard and touched, offer each role its own, and show text as text. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesForEverybodyTest {
    private static final String MARKUP = "<img src=x onerror=document.body.remove()><b>bold</b>";

    private Site site;
    private Chromium browser;
    private Reading reading;
    private Taken photo;

    @BeforeAll
    void start(@TempDir Path folder) {
        site = Site.over(folder);
        browser = site.browser();
        reading = new Reading(browser);
        photo = site.photoOfTwo(MARKUP + ".jpg");
        site.office().sight(photo, photo.face(0), site.signedUp(MARKUP).person());
        site.office().openCollection(MARKUP);
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
    void thePersonsPageCanBeReadHeardAndTouched() {
        Asked asked = site.asked("Iris");
        SoftAssertions softly = new SoftAssertions();
        browser.forget(Viewport.PHONE);
        browser.open(Site.page(asked));
        browser.click("continue");
        good(softly, "questions", true);
        browser.clickCss("label:has([data-testid=ask-0-yes])");
        browser.clickCss("label:has([data-testid=ask-1-no])");
        good(softly, "answered questions", true);
        browser.click("continue");
        browser.click("send");
        good(softly, "confirmation", true);
        browser.click("confirm-0");
        browser.click("send");
        browser.find("code");
        good(softly, "the code", true);
        site.typeCode();
        browser.find("receipt");
        good(softly, "what stands", true);
        browser.click("withdraw");
        browser.find("withdrawn");
        good(softly, "what is over", true);
        browser.open("/q/wrong");
        browser.find("closed");
        good(softly, "a wrong link", true);
        softly.assertAll();
    }

    @Test
    void theStaffPageCanBeReadAndHeard() {
        SoftAssertions softly = new SoftAssertions();
        browser.forget(Viewport.DESK);
        browser.open("/login");
        good(softly, "login", false);
        site.logIn(Role.EDITOR, Viewport.DESK);
        browser.find("photo");
        good(softly, "photos", false);
        openPhoto();
        chooseFace();
        good(softly, "one photo", false);
        softly.assertAll();
    }

    /** In daylight and at night. */
    private void good(SoftAssertions softly, String what, boolean touched) {
        for (String scheme : new String[] {"light", "dark"}) {
            browser.colours(scheme);
            softly.assertThat(reading.poorContrast())
                    .as(what + ", contrast, " + scheme)
                    .isEmpty();
        }
        browser.colours("light");
        softly.assertThat(reading.nameless()).as(what + ", names").isEmpty();
        softly.assertThat(reading.widerThanTheScreen()).as(what + ", width").isEmpty();
        softly.assertThat(browser.css("html").getDomAttribute("lang")).as(what).isEqualTo("en");
        softly.assertThat(browser.allCss("h1, #detail[open] h2, main[id=photos]"))
                .as(what + ", heading")
                .isNotEmpty();
        if (touched) {
            softly.assertThat(reading.smallTargets()).as(what + ", targets").isEmpty();
        }
    }

    /** The way out was beside the screen of a phone. */
    @Test
    void everyRolesFirstPageFitsAPhoneInBothLanguagesAndHasAHeading() {
        SoftAssertions softly = new SoftAssertions();
        for (Role role : EnumSet.complementOf(EnumSet.of(Role.SERVICE))) {
            site.logIn(role, Viewport.PHONE);
            browser.find("language");
            for (String other : new String[] {"Nederlands", "English"}) {
                browser.until(
                        "to read it", () -> browser.find("language").getText().equals(other));
                softly.assertThat(reading.widerThanTheScreen())
                        .as(role + ", not " + other)
                        .isEmpty();
                softly.assertThat(browser.allCss("h1")).as(role + "").hasSize(1);
                browser.click("language");
            }
        }
        softly.assertAll();
    }

    @Test
    void noColourIsAloneWithItsMeaning() {
        site.logIn(Role.EDITOR, Viewport.DESK);
        browser.find("photo");
        assertThat(browser.list("return [...document.querySelectorAll('.chip')].filter(chip =>"
                        + " !chip.textContent.includes({ GREEN: 'OK to use', AMBER: 'Check first', RED:"
                        + " 'Do not use' }[chip.dataset.colour]) || getComputedStyle(chip,"
                        + " '::before').content === 'none').map(chip => chip.outerHTML);"))
                .isEmpty();
        // in one look each: the page is drawn anew whenever something changes
        assertThat(browser.list("return [...document.querySelectorAll('.says')].filter(says => !says.checkVisibility())"
                        + ".map(says => says.outerHTML);"))
                .isEmpty();
        assertThat(browser.list(
                        "return [...document.querySelectorAll(arguments[0])].map(mark => mark.innerText);",
                        Chromium.selector("face")))
                .isNotEmpty()
                .allMatch(mark -> mark.asString().matches("(?s)[✓?✕–±■].*"));
    }

    @Test
    void markupInNamesIsShownAsText() {
        site.logIn(Role.COMPLIANCE_OFFICER, Viewport.DESK);
        browser.until("to read the file name", () -> browser.text().contains(MARKUP + ".jpg"));
        browser.until(
                "to read the shoot and the person",
                () -> browser.list(
                                        "return [...document.querySelectorAll('option')]"
                                                + ".map(one => one.textContent).filter(text => text === arguments[0]);",
                                        MARKUP)
                                .size()
                        == 2);
        openPhoto();
        browser.until(
                "to read the title",
                () -> browser.css("#detail-title").getText().equals(MARKUP + ".jpg"));
        assertThat(browser.allCss("b, img[src=x]")).isEmpty();
    }

    @Test
    @Requirement("R70")
    void everyRoleIsOfferedWhatItMayDoAndTheServerDecides() {
        for (Role role : new Role[] {Role.EDITOR, Role.PHOTOGRAPHER, Role.COMPLIANCE_OFFICER, Role.AUDITOR}) {
            site.logIn(role, Viewport.DESK);
            browser.find("photo");
            openPhoto();
            chooseFace();
            boolean marks = role == Role.EDITOR || role == Role.PHOTOGRAPHER;
            SoftAssertions.assertSoftly(softly -> {
                softly.assertThat(browser.shows("drop")).as(role + " uploads").isEqualTo(marks);
                softly.assertThat(browser.shows("unregistered"))
                        .as(role + " marks")
                        .isEqualTo(marks);
                softly.assertThat(browser.shows("review")).as(role + " reviews").isEqualTo(marks);
                softly.assertThat(browser.shows("cover")).as(role + " covers").isEqualTo(marks);
                softly.assertThat(browser.shows("ask")).as(role + " publishes").isEqualTo(role == Role.EDITOR);
            });
        }
        site.office().photographer().post("/api/publications", Map.of()).isRefusal(403, "access.not-allowed");
    }

    @Test
    @Requirement("R70")
    void anAdministratorIsToldWhyThereAreNoPhotos() {
        site.logIn(Role.ADMIN, Viewport.DESK);

        browser.until("to be told", () -> browser.text().contains("You run the system"));
        assertThat(browser.all("photo")).isEmpty();
        assertThat(browser.shows("drop") || browser.shows("filters")).isFalse();
    }

    /** A click that meets a page just drawn anew goes nowhere; one on the chosen face would choose it no longer. */
    private void chooseFace() {
        String face = "#detail [data-face=\"" + photo.face(1) + "\"]";
        browser.until("to choose a face", () -> {
            if (!browser.shows("face-panel")) {
                browser.clickCss(face);
            }
            return browser.shows("face-panel");
        });
    }

    private void openPhoto() {
        browser.clickCss("[data-photo=\"" + photo.photo() + "\"] " + Chromium.selector("open-photo"));
        browser.find("close");
    }
}
