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
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.quitclaim.access.Role;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.NeedsBrowser;
import org.quitclaim.standalone.browser.Viewport;

/** What the pages of staff said in one day of use that was not so, each read in a real browser. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TruthOnStaffPagesTest {
    private static final double TOP = 0.02;
    private static final double SIDE = 0.06;

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

    @AfterEach
    void nothingWentElsewhere() {
        site.nothingWentElsewhere();
    }

    /** The mark was covered and released, then moved: the page drew the cover at the new place, which the file does not hide. */
    @Test
    void a_cover_stays_where_the_version_has_it_and_what_only_the_screen_covers_is_said() {
        Taken photo = site.photoOfTwo("moved.jpg");
        String drawn = site.office()
                .editor()
                .post("/api/photos/" + photo.photo() + "/faces", at(0.1, "FROM_BEHIND"))
                .orFail()
                .text("faceId");
        String face = "/api/photos/" + photo.photo() + "/faces/" + drawn;
        site.office().editor().post(face + "/unregistered", Map.of()).orFail();
        String version = site.office()
                .editor()
                .post("/api/photos/" + photo.photo() + "/renditions", Map.of("cover", List.of(drawn)))
                .orFail()
                .text("renditionId");
        openVersion(photo, version);
        browser.until(
                "to read that it is covered",
                () -> browser.css(mark(drawn)).getText().startsWith("■"));
        assertThat(browser.all("covered-besides")).noneMatch(WebElement::isDisplayed);
        assertThat(browser.all("cover-left")).isEmpty();

        site.office()
                .editor()
                .put(face + "/box", Map.of("x", 0.9, "y", TOP, "width", SIDE, "height", SIDE))
                .orFail();
        openVersion(photo, version);
        browser.until(
                "to read what the screen covers besides",
                () -> browser.find("covered-besides").getText().contains("The version itself is not covered there"));
        assertThat(browser.css(mark(drawn)).getText()).startsWith("✕");
        assertThat(browser.css(mark(drawn)).getDomAttribute("class")).doesNotContain("covered");
        assertThat(browser.find("cover-left").getDomAttribute("style")).contains("left: 10%");
    }

    private static Map<String, Object> at(double x, String kind) {
        return Map.of("box", Map.of("x", x, "y", TOP, "width", SIDE, "height", SIDE), "kind", kind);
    }

    private void openVersion(Taken photo, String version) {
        browser.open("/may-i.html");
        browser.open("/#" + photo.photo() + "/" + version);
        browser.find("as-it-leaves");
    }

    /** The page read the places and not what is covered now, and forgot the end that the clock of the server had told. */
    @Test
    void whoever_is_shown_for_a_while_is_not_said_to_be_covered_when_the_photo_is_opened_again() {
        Taken photo = site.photoOfTwo("shown.jpg");
        unregistered(photo, 1);
        browser.open("/#" + photo.photo());
        reads("look-lead", "Whoever may not be shown is covered here");
        choose("look-reason", "MARK");
        browser.click("look-ask");
        reads("look-lead", "You see this photo without covers until");
        browser.open("/may-i.html");
        browser.open("/#" + photo.photo());
        reads("look-lead", "You see this photo without covers until");
    }

    private void choose(String testId, String value) {
        browser.clickCss(Chromium.selector(testId) + " option[value=" + value + "]");
    }

    /** A browser that is told to wait for a month does not wait at all, and the server's clock was a month ahead. */
    @Test
    void no_page_counts_a_time_of_the_server_on_its_own_clock() {
        Taken photo = site.photoOfTwo("ahead.jpg");
        unregistered(photo, 1);
        browser.open("/#" + photo.photo());
        reads("look-lead", "Whoever may not be shown is covered here");
        browser.run("""
            const month = 31 * 24 * 3600 * 1000;
            const now = Date.now;
            Date.now = () => now() - month;
            window.waits = [];
            const wait = window.setTimeout;
            window.setTimeout = (run, millis) => { window.waits.push(millis); return wait(run, millis); };
            """);
        choose("look-reason", "MARK");
        browser.click("look-ask");
        reads("said", "You see this photo without covers until");
        browser.until("to wait", () -> longestWait() > 14 * 60_000);
        assertThat(longestWait()).isLessThanOrEqualTo(15 * 60_000 + 1000);
    }

    private double longestWait() {
        return ((Number) java.util.Objects.requireNonNull(
                        browser.run("return Math.max(0, ...window.waits.filter(Number.isFinite))")))
                .doubleValue();
    }

    /** The first reason that was found gave its colour to the mark: amber where the person had refused. */
    @Test
    void a_mark_has_the_worst_colour_that_is_said_of_it() {
        Asked her = site.signedUp("Nora Neen");
        Taken photo = site.photoOfTwo("worst.jpg");
        site.office().sight(photo, photo.face(0), her.person());
        site.office().sight(photo, photo.face(1), her.person());
        site.office().withdraw(her, false, List.of("WEBSITE")).orFail();
        browser.open("/#" + photo.photo());
        browser.until(
                "a red mark",
                () -> String.valueOf(browser.css(mark(photo.face(0))).getDomAttribute("class"))
                        .contains("RED"));
    }

    /** The page asked for the reason again as soon as the mark led to her again, and the list said that it did not. */
    @Test
    void a_no_that_holds_again_is_not_asked_away_at_once_and_is_listed_as_what_it_is() {
        Asked gone = site.signedUp("Gina Gone");
        Taken photo = site.photoOfTwo("again.jpg");
        site.office().sight(photo, photo.face(0), gone.person());
        site.office().withdraw(gone, false, List.of("WEBSITE")).orFail();
        browser.open("/#" + photo.photo());
        browser.clickCss(mark(photo.face(0)));
        browser.click("unlink");
        browser.click("undo-ANOTHER_PERSON");
        browser.until("to be asked who it is", () -> browser.shows("search-person"));
        site.office().sight(photo, photo.face(0), gone.person());
        browser.until("to be linked again", () -> browser.shows("unlink"));
        assertThat(browser.shows("undo-why")).isFalse();

        site.logIn(Role.COMPLIANCE_OFFICER, Viewport.DESK);
        browser.open("/oversight.html");
        reads("undone-again", "The mark leads to that person again");
    }

    @Test
    void a_question_why_ends_when_another_mark_is_looked_at() {
        Asked gone = site.signedUp("Greet Gone");
        Taken photo = site.photoOfTwo("ends.jpg");
        site.office().sight(photo, photo.face(0), gone.person());
        site.office().withdraw(gone, false, List.of("WEBSITE")).orFail();
        browser.open("/#" + photo.photo());
        browser.clickCss(mark(photo.face(0)));
        browser.click("unlink");
        browser.find("undo-why");
        browser.click("face-next");
        browser.until("the other mark", () -> !browser.shows("undo-why"));
        browser.click("face-previous");
        browser.find("unlink");
        assertThat(browser.shows("undo-why")).isFalse();
    }

    @Test
    void a_name_that_is_not_found_says_so_and_who_can_help() {
        Taken photo = site.photoOfTwo("nobody.jpg");
        browser.open("/#" + photo.photo());
        browser.clickCss(mark(photo.face(1)));
        browser.type(Chromium.selector("search-person"), "Zebedeus");
        reads("nobody-so-named", "Nobody called “Zebedeus” is among the participants of this shoot");
        assertThat(browser.find("nobody-so-named").getText()).contains("adds them as a participant");
    }

    /** Enrolment was offered in a shoot that only finds faces, and refused after the press. */
    @Test
    void where_faces_are_only_found_nobody_is_offered_to_be_recognised() {
        Asked her = site.signedUp("Enna Rolled");
        Taken photo = site.photoOfTwo("found.jpg");
        site.office().sight(photo, photo.face(0), her.person());
        browser.open("/#" + photo.photo());
        browser.clickCss(mark(photo.face(0)));
        reads("no-enrolment", "A compliance officer can change that for the shoot");
        assertThat(browser.shows("enrol")).isFalse();
    }

    @Test
    void removing_a_photo_ends_with_a_word_and_nothing_said_covers_a_button() {
        Taken photo = site.photoOfTwo("gone.jpg");
        browser.open("/#" + photo.photo());
        browser.click("remove");
        browser.find("sure");
        browser.tabTo("sure-yes");
        browser.press(Keys.ENTER);
        browser.until(
                "to read that it was removed",
                () -> browser.css("#toast").getText().contains("The photo was removed"));
    }

    private void unregistered(Taken photo, int number) {
        site.office()
                .editor()
                .post("/api/photos/" + photo.photo() + "/faces/" + photo.face(number) + "/unregistered", Map.of())
                .orFail();
    }

    private void reads(String testId, String words) {
        browser.until("to read " + words, () -> browser.find(testId).getText().contains(words));
    }

    private static String mark(String face) {
        return "#detail [data-face=\"" + face + "\"]";
    }
}
