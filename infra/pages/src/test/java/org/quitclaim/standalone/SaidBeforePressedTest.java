package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.NeedsBrowser;
import org.quitclaim.standalone.browser.Viewport;

/** Whoever works on photos sees for which use a colour is, what would leave, and what a press does, before the press. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SaidBeforePressedTest {
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

    /** Without a channel it had the colour of the website, and nothing said so. */
    @Test
    void aMarkInTheListHasTheColourOfTheChosenChannelOrOfNone() {
        Taken photo = ofOne("listed.jpg");
        site.logIn(Role.EDITOR, Viewport.DESK);
        browser.open("/");
        String mark = "[data-photo=\"" + photo.photo() + "\"] [data-face=\"" + photo.face(0) + "\"]";
        browser.css(mark + ".MIXED");
        assertThat(browser.css(mark).getText()).startsWith("±");

        choose("channel", "WEBSITE");
        browser.css(mark + ".GREEN");
        choose("channel", "PRINT");
        browser.css(mark + ".RED");
    }

    @Test
    void aStatusThatIsAskedForWithoutAChannelSaysThatOneChannelIsEnough() {
        site.logIn(Role.EDITOR, Viewport.PHONE);
        browser.open("/");
        browser.find("filter-status");
        assertThat(browser.shows("any-channel")).isFalse();

        choose("status", "RED");
        assertThat(browser.find("any-channel").getText()).contains("at least one channel");

        choose("channel", "PRINT");
        browser.until("to be about one", () -> !browser.shows("any-channel"));
    }

    /** It was the uncovered picture with its marks made dark by the page. */
    @Test
    void aCoveredVersionIsShownByThePixelsThatWouldLeave() {
        Taken photo = ofOne("version.jpg");
        String version = site.office()
                .editor()
                .post("/api/photos/" + photo.photo() + "/renditions", Map.of("cover", List.of(photo.face(0))))
                .orFail()
                .text("renditionId");
        site.logIn(Role.EDITOR, Viewport.DESK);
        open(photo);
        browser.clickCss("#detail [data-testid=version] option[value=\"" + version + "\"]");

        browser.find("as-it-leaves");
        String picture = "#detail .stage img[src*=\"/renditions/" + version + "/preview\"]";
        browser.until(
                "to see the picture",
                () -> Boolean.TRUE.equals(
                        browser.run("return document.querySelector(arguments[0]).naturalWidth > 0", picture)));
        assertThat(browser.run(
                        "return getComputedStyle(document.querySelector(arguments[0])).backgroundColor",
                        "#detail [data-face=\"" + photo.face(0) + "\"].covered"))
                .as("what the page lays over it")
                .isEqualTo("rgba(0, 0, 0, 0)");
    }

    /** Adding a mark ordered a use offline without a word. */
    @Test
    void aMarkThatIsAboutToBeMadeOnAPhotoInUseSaysWhatFollows() {
        Taken photo = ofOne("in-use.jpg");
        site.office().requestPublication(photo, "https://example.org/in-use").orFail();
        site.logIn(Role.EDITOR, Viewport.PHONE);
        open(photo);
        assertThat(browser.find("draw-live").getText()).contains("Website").contains("orders it offline");

        Taken other = ofOne("not-in-use.jpg");
        open(other);
        browser.until("to know", () -> browser.answersFrom("/api/photos/" + other.photo() + "/uses") > 0);
        assertThat(browser.shows("draw-live")).isFalse();
    }

    /** "Whoever may not be shown is covered here" stood where nobody was. */
    @Test
    void aReasonToLookIsAskedForOnlyWhereSomebodyIsCovered() {
        Asked her = site.signedUp("Berta Voorbeeldsen");
        Taken photo = site.photoOfTwo("shown.jpg");
        site.office().sight(photo, photo.face(0), her.person());
        site.logIn(Role.EDITOR, Viewport.DESK);
        open(photo);
        assertThat(site.office()
                        .editor()
                        .get("/api/photos/" + photo.photo() + "/covers")
                        .orFail()
                        .json()
                        .toString())
                .isEqualTo("{\"places\":0,\"now\":0,\"secondsLeft\":0}");
        browser.until("to know", () -> browser.answersFrom("/api/photos/" + photo.photo() + "/covers") > 0);
        assertThat(browser.shows("look")).as("red on print, covered nowhere").isFalse();

        site.office().withdraw(her, false, List.of("WEBSITE")).orFail();
        open(photo);
        browser.find("look");
    }

    /** A red mark and "cover them" stood over somebody who is covered for good, and a reason to look was asked for nothing. */
    @Test
    void ofWhoeverWasErasedAndIsCoveredNothingIsLeftToDoOrToLookAt() {
        Asked gone = site.signedUp("Erna Voorbeeldsen");
        Taken photo = site.photoOfTwo("erased.jpg");
        site.office().sight(photo, photo.face(0), gone.person());
        site.office().erase(gone.person(), Map.of("photos", "COVER")).orFail();
        Rest.await(site.server());
        String covers = "/api/photos/" + photo.photo() + "/covers";
        for (Client one : List.of(site.office().editor(), site.office().officer())) {
            assertThat(one.get(covers).orFail().json().path("places").asInt()).isZero();
        }
        site.logIn(Role.EDITOR, Viewport.DESK);
        browser.open("/");
        String mark = "[data-face=\"" + photo.face(0) + "\"]";
        browser.until(
                "no red mark in the list",
                () -> browser.css(".card " + mark).getText().contains("■"));
        open(photo);
        browser.clickCss("#detail " + mark);
        browser.until(
                "to read that all is done",
                () -> browser.find("erased").getText().contains("Nothing is left to be done"));
        assertThat(browser.shows("look")).isFalse();
    }

    @Test
    void anUploadSaysThatSmallerFacesAreStillLookedForAndCountsOneAsOne(@TempDir Path files) throws IOException {
        Path one = Files.write(files.resolve("one.jpg"), Pictures.portrait(41).jpeg());
        site.logIn(Role.PHOTOGRAPHER, Viewport.PHONE);
        browser.open("/");
        browser.clickCss("[name=collection] option[value=\"" + site.collection() + "\"]");
        browser.allCss("#files").getFirst().sendKeys(one.toString());
        browser.until(
                "to be told",
                () -> browser.all("upload").stream()
                        .anyMatch(line -> line.getText().contains("one person found so far")
                                && line.getText().contains("still being looked for")));
    }

    /** Of somebody who allowed the website alone, and nobody else. */
    private Taken ofOne(String name) {
        Asked her = site.signedUp("Alida Voorbeeldsen");
        Taken photo = site.photoOfTwo(name);
        site.office().sight(photo, photo.face(0), her.person());
        site.office()
                .editor()
                .post(
                        "/api/photos/" + photo.photo() + "/faces/" + photo.face(1) + "/dismissal",
                        Map.of("reason", "NOT_RECOGNISABLE"))
                .orFail();
        site.office().review(photo).orFail();
        return photo;
    }

    private void choose(String filter, String value) {
        browser.clickCss("#filters [name=" + filter + "] option[value=\"" + value + "\"]");
    }

    private void open(Taken photo) {
        browser.open("/");
        browser.clickCss("[data-photo=\"" + photo.photo() + "\"] " + Chromium.selector("open-photo"));
        browser.find("close");
    }
}
