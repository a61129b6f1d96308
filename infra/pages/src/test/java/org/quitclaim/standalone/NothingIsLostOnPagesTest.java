package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.quitclaim.access.Role;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.NeedsBrowser;
import org.quitclaim.standalone.browser.Viewport;

/** What somebody sees, draws or types while colleagues work stays, and what they are refused is told where they look. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingIsLostOnPagesTest {
    /** As a photographer reads of whoever is linked to a mark. */
    private static final String NAMELESS = "somebody without a name here";

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

    private void open(Taken photo, Viewport screen) {
        open(photo, screen, "review");
    }

    @Test
    void aRefusalIsToldInFrontOfTheOpenPhoto() {
        for (Viewport screen : List.of(Viewport.DESK, Viewport.PHONE)) {
            Taken photo = site.photoOfTwo("refused.jpg");
            open(photo, screen);
            browser.run("window.fetch = () => Promise.reject(new TypeError('Failed to fetch'))");
            browser.find("review").sendKeys(Keys.ENTER);
            browser.until(
                    "to read why",
                    () -> Boolean.TRUE.equals(browser.run("const box = document.querySelector('#toast'), at ="
                            + " box.getBoundingClientRect();return box.textContent.includes('cannot be"
                            + " reached') && box.contains(document.elementFromPoint(at.x + at.width / 2,"
                            + " at.y + at.height / 2))")));
        }
    }

    @Test
    void aFrameThatIsBeingDrawnOutlivesAChangeAndEscapeEndsItAlone() {
        Taken photo = site.photoOfTwo("drawing.jpg");
        open(photo, Viewport.DESK);
        browser.click("draw-start");
        browser.find("draw-frame");
        String path = "/api/photos/" + photo.photo();
        int before = browser.answersFrom(path);
        dismiss(photo, 1);
        browser.until("to hear of it", () -> browser.answersFrom(path) > before);
        assertThat(browser.shows("draw-frame")).isTrue();

        browser.press(Keys.ESCAPE);
        browser.until("the frame to go", () -> !browser.shows("draw-frame"));
        assertThat(browser.shows("close")).as("the photo stays open").isTrue();
        browser.css("#detail [data-face=\"" + photo.face(1) + "\"].NONE");
    }

    @Test
    void whoeverReadsTheListKeepsTheirPlaceWhenAPhotoComes() {
        Taken first = site.photoOfTwo("first.jpg");
        site.logIn(Role.EDITOR, Viewport.DESK);
        browser.open("/");
        browser.css(card(first));
        browser.run("document.querySelector(arguments[0]).here = true", card(first));
        Taken second = site.photoOfTwo("second.jpg");
        browser.css(card(second));
        assertThat(browser.run("return document.querySelector(arguments[0]).here", card(first)))
                .as("the same card, not drawn anew")
                .isEqualTo(true);
        assertThat(browser.allCss("[data-testid=photo]").getFirst().getDomAttribute("data-photo"))
                .isEqualTo(second.photo());
    }

    @Test
    void aRemovedPhotoGoesFromOpenListsAndOffersNothingMore() {
        Taken photo = site.photoOfTwo("gone.jpg");
        site.office().sight(photo, photo.face(0), site.asked("Nora Gone").person());
        open(photo, Viewport.DESK);
        browser.until("both marks", () -> browser.allCss("#detail [data-face]").size() == 2);
        site.office().editor().remove("/api/photos/" + photo.photo()).orFail();
        browser.find("removed");
        assertThat(List.of("review", "cover", "ask", "remove", "draw-start", "zoom-in", "status", "judged"))
                .noneMatch(browser::shows);
        assertThat(browser.allCss("#detail [data-face]")).isEmpty();
        assertThat(browser.css("#detail").getText()).doesNotContain(NAMELESS, "below");
        browser.click("close");
        browser.until("it to leave the list", () -> browser.allCss(card(photo)).isEmpty());
    }

    @Test
    void whoeverChangesAMarkReadsThatThePhotoIsInUse() {
        Asked anna = site.signedUp("Anna Inuse");
        Taken photo = site.photoOfTwo("in-use.jpg");
        site.office().sight(photo, photo.face(0), anna.person());
        dismiss(photo, 1);
        site.office().review(photo).orFail();
        open(photo, Viewport.DESK, "reviewed");
        assertThat(browser.shows("in-use")).isFalse();
        browser.type("[name=destination]", "https://lindeveld.example/open-day");
        browser.click("ask");
        browser.find("verdict");
        browser.until(
                "to read where",
                () -> browser.shows("in-use")
                        && browser.find("in-use").getText().contains("It may be used: Website."));
        assertThat(browser.find("in-use").getText()).contains("Nobody has said that it is published");

        site.office()
                .editor()
                .delete("/api/photos/" + photo.photo() + "/faces/" + photo.face(0) + "/sighting")
                .orFail();
        site.logIn(Role.PHOTOGRAPHER, Viewport.PHONE);
        browser.open("/#" + photo.photo());
        browser.until(
                "whoever may not read the list of uses to read it too",
                () -> browser.shows("in-use")
                        && browser.find("in-use").getText().contains("It has to come off: Website."));
    }

    private void open(Taken photo, Viewport screen, String until) {
        site.logIn(Role.EDITOR, screen);
        browser.open("/#" + photo.photo());
        browser.find(until);
    }

    @Test
    void whatIsTypedForOneRequestStaysWhenAnotherIsDone() {
        Asked dora = site.signedUp("Dora");
        site.office()
                .visitor()
                .post(dora.page() + "/rights", Map.of("right", "ACCESS"))
                .orFail();
        site.office()
                .visitor()
                .post(dora.page() + "/rights", Map.of("right", "RESTRICTION", "text", "Not now, please."))
                .orFail();
        site.logIn(Role.COMPLIANCE_OFFICER, Viewport.DESK);
        browser.open("/oversight.html");
        browser.until("to see both", () -> browser.all("request").size() == 2);
        browser.type(Chromium.selector("request-answer-text"), "Sent by post");
        browser.click("request-stop");
        browser.until("one to be done", () -> browser.all("request").size() == 1);
        assertThat(browser.find("request-answer-text").getDomProperty("value")).isEqualTo("Sent by post");
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
