package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
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

/** What is said of marks that must not be believed too easily, clicked in a real browser against the whole server. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UndoneNoPageTest {
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
    void anEditorSaysWhyANoIsUndoneAndAnOfficerAgrees() {
        Asked gone = site.signedUp("Greta Gone");
        Taken photo = site.photoOfTwo("undone.jpg");
        site.office().sight(photo, photo.face(0), gone.person());
        site.office().withdraw(gone, false, List.of("WEBSITE")).orFail();
        site.logIn(Role.EDITOR, Viewport.DESK);
        browser.open("/#" + photo.photo());
        browser.clickCss(mark(photo, 0));
        browser.find("face-panel");
        browser.click("unlink");
        browser.until(
                "to be asked why", () -> browser.find("undo-why").getText().contains("This person said no"));
        browser.tabTo("undo-ANOTHER_PERSON");
        browser.press(Keys.ENTER);
        browser.until("to be asked who it is", () -> browser.shows("search-person"));
        browser.until(
                "to read what it waits for",
                () -> browser.find("status").getText().contains("said no"));

        site.logIn(Role.COMPLIANCE_OFFICER, Viewport.DESK);
        browser.open("/oversight.html");
        says("undone", "It is somebody else");
        says("undone-photo", "undone.jpg · Open day");
        says("undone-first", "First open the photo and choose “Show for 15 minutes”");
        assertThat(browser.shows("undone-accept"))
                .as("nobody agrees to what they did not see")
                .isFalse();
        browser.open("/#" + photo.photo());
        browser.clickCss(Chromium.selector("look-reason") + " option[value=MARK]");
        browser.click("look-ask");
        says("said", "You see this photo without covers");
        browser.open("/oversight.html");
        browser.click("language");
        says("undone", "Het is iemand anders");
        browser.tabTo("undone-accept");
        browser.press(Keys.ENTER);
        browser.until("none", () -> browser.shows("undone-none"));
        assertThat(browser.focused().getText()).contains("Ongedaan gemaakte nee's");
    }

    /** The photo said of somebody who had said yes to everything that she had said no; agreeing was offered, and refused after the press. */
    @Test
    void ofWhoeverSaysThatItIsNotThemNoNoIsToldAndWhoeverDetachedDoesNotAgree() {
        Asked jan = site.signedUp("Jan Notme");
        Taken photo = site.photoOfTwo("notme.jpg");
        site.office().sight(photo, photo.face(0), jan.person());
        site.office()
                .visitor()
                .post(
                        jan.page() + "/rights",
                        Map.of("right", "RECTIFICATION", "photoId", photo.photo(), "faceId", photo.face(0)))
                .orFail();
        site.office()
                .officer()
                .delete("/api/photos/" + photo.photo() + "/faces/" + photo.face(0) + "/sighting")
                .orFail();
        site.logIn(Role.COMPLIANCE_OFFICER, Viewport.PHONE);
        browser.open("/oversight.html");
        says("undone", "The person said on their own page that it is not them");
        says("undone-first", "You undid this yourself: somebody else has to agree");
        assertThat(browser.shows("undone-accept")).isFalse();
        browser.open("/#" + photo.photo());
        says("status", "or who says that it is not them");
    }

    @Test
    void whoeverIsOnAPhotoTwiceIsExplainedOnThePage() {
        Asked twice = site.signedUp("Toos Twice");
        Taken photo = site.photoOfTwo("twice.jpg");
        site.office().sight(photo, photo.face(0), twice.person());
        site.office().sight(photo, photo.face(1), twice.person());
        site.office().review(photo).orFail();
        site.logIn(Role.EDITOR, Viewport.DESK);
        browser.open("/#" + photo.photo());
        says("status", "linked to two faces");
        browser.clickCss(mark(photo, 1));
        says("twice", "linked to 2 faces of this photo");
        browser.tabTo("twice-POSTER");
        browser.press(Keys.ENTER);

        browser.until("the question to go", () -> !browser.shows("twice"));
        browser.until(
                "to see it green",
                () -> "GREEN"
                        .equals(browser.css("#detail " + Chromium.selector("status-WEBSITE"))
                                .getDomAttribute("data-colour")));
    }

    private void says(String testId, String words) {
        browser.until("to read " + words, () -> browser.find(testId).getText().contains(words));
    }

    private static String mark(Taken photo, int number) {
        return "#detail [data-face=\"" + photo.face(number) + "\"]";
    }
}
