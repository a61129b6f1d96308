package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.quitclaim.access.Role;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.NeedsBrowser;
import org.quitclaim.standalone.browser.Viewport;

/** A button that was drawn anew while somebody pressed it was never pressed. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PressedWhileRedrawnTest {
    private static final String REVIEW = Chromium.selector("review");

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
    void logIn() {
        site.logIn(Role.EDITOR, Viewport.DESK);
    }

    @Test
    void aPressOnAnOpenPhotoOutlivesAChangeOfIt() {
        Taken photo = opened("pressed.jpg");
        browser.hold(REVIEW);
        changeUnderThePress(photo);
        browser.letGo();
        browser.find("reviewed");
        browser.css("#detail [data-face=\"" + photo.face(1) + "\"].NONE");
    }

    @Test
    void aPressWithTheSpaceBarOutlivesAChangeToo() {
        Taken photo = opened("spaced.jpg");
        browser.tabTo("review");
        browser.hold(Keys.SPACE);
        changeUnderThePress(photo);
        browser.letGo(Keys.SPACE);
        browser.find("reviewed");
    }

    @Test
    void aPressOnACardOfTheListOutlivesAChangeOfThePhoto() {
        Taken photo = site.photoOfTwo("card.jpg");
        browser.open("/");
        browser.find("live");
        browser.hold(card(photo) + " " + Chromium.selector("open-photo"));
        changeUnderThePress(photo);
        browser.letGo();
        browser.find("close");
    }

    /** Whoever goes on by the keyboard began at the top of the page again, with each change of the photo. */
    @Test
    void theFocusStaysOnACardThatIsDrawnAnew() {
        Taken photo = site.photoOfTwo("focused.jpg");
        browser.open("/");
        browser.css(card(photo));
        browser.run(
                "document.querySelector(arguments[0]).focus()", card(photo) + " " + Chromium.selector("open-photo"));
        dismiss(photo, 1);
        browser.css(card(photo) + " [data-face=\"" + photo.face(1) + "\"].NONE");
        assertThat(focusedPhoto()).isEqualTo(photo.photo());
    }

    private String focusedPhoto() {
        return String.valueOf(
                browser.run("return document.activeElement.closest('[data-photo]')?.dataset.photo ?? ''"));
    }

    private Taken opened(String file) {
        Taken photo = site.photoOfTwo(file);
        browser.open("/");
        browser.clickCss(card(photo) + " " + Chromium.selector("open-photo"));
        browser.find("review");
        return photo;
    }

    /** Until the page has read it, and would draw it. */
    private void changeUnderThePress(Taken photo) {
        String path = "/api/photos/" + photo.photo();
        int before = browser.answersFrom(path);
        int lists = browser.answersFrom("/api/photos");
        dismiss(photo, 1);
        // of the photo alone, or, where the feed had to begin anew, of all
        browser.until(
                "to hear of it",
                () -> browser.answersFrom(path) > before || browser.answersFrom("/api/photos") > lists);
    }

    private void dismiss(Taken photo, int which) {
        site.office()
                .editor()
                .post(
                        "/api/photos/" + photo.photo() + "/faces/" + photo.face(which) + "/dismissal",
                        Map.of("reason", "NOT_RECOGNISABLE"))
                .orFail();
    }

    private static String card(Taken photo) {
        return "[data-photo=\"" + photo.photo() + "\"]";
    }
}
