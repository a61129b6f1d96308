package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
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

/** Of many small faces on a wide photo each can be chosen, looked at and told from the next one, by keyboard too. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmallFacesPageTest {
    private Site site;
    private Chromium browser;
    private Taken photo;
    private String first;
    private String second;

    @BeforeAll
    void start(@TempDir Path folder) {
        site = Site.over(folder);
        browser = site.browser();
        photo = site.photoOfTwo("crowd.jpg");
        first = small(0.02);
        second = small(0.042);
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @AfterEach
    void nothingWentElsewhere() {
        site.nothingWentElsewhere();
    }

    @BeforeEach
    void open() {
        site.logIn(Role.EDITOR, Viewport.DESK);
        browser.open("/#" + photo.photo());
        browser.css(mark(first));
    }

    private String small(double x) {
        return site.office()
                .editor()
                .post(
                        "/api/photos/" + photo.photo() + "/faces",
                        Map.of("box", Map.of("x", x, "y", 0.03, "width", 0.02, "height", 0.02), "kind", "FROM_BEHIND"))
                .orFail()
                .text("faceId");
    }

    @Test
    void theChosenMarkIsShownCutFromTheOriginalAndTheArrowsGoToTheNextOne() {
        browser.run("document.querySelector(arguments[0]).focus()", mark(first));
        browser.press(Keys.ENTER);
        cutOf(first);
        browser.press(Keys.ARROW_RIGHT);
        cutOf(second);
        assertThat(browser.focused().getDomAttribute("data-face")).isEqualTo(second);
        browser.press(Keys.ARROW_LEFT);
        cutOf(first);
        browser.tabTo("face-next");
        browser.press(Keys.ENTER);
        cutOf(second);
        assertThat(browser.focused().getDomAttribute("data-testid")).isEqualTo("face-next");
    }

    @Test
    void marksThatLieOverEachOtherComeApartByKeysWheelAndButtons() {
        assertThat(overlap()).isTrue();
        browser.run("document.querySelector(arguments[0]).focus()", mark(first));
        browser.press("+", "+", "+");
        browser.until("them to come apart", () -> !overlap());
        assertThat(seen(first)).as("what was looked at stays in sight").isTrue();

        browser.press("0");
        browser.until("to see the whole", this::overlap);
        browser.run(
                "const area ="
                        + " document.querySelector(arguments[0]).getBoundingClientRect();document.querySelector(arguments[0]).dispatchEvent(new"
                        + " WheelEvent('wheel', { deltaY: -600, bubbles: true, cancelable: true, clientX: area.x, clientY:"
                        + " area.y }))",
                mark(first));
        browser.until("them to come apart", () -> !overlap());
        browser.click("zoom-whole");
        browser.until("to see the whole", this::overlap);
        browser.click("zoom-in");
        browser.click("zoom-in");
        browser.click("zoom-in");
        browser.until("them to come apart", () -> !overlap());
    }

    @Test
    void howLargeAndWhichPartStaysWhenAColleagueChangesAMark() {
        browser.run("document.querySelector(arguments[0]).focus()", mark(second));
        browser.press(Keys.ENTER, "+", "+", "+", "+");
        browser.until("them to come apart", () -> !overlap());
        Object before = part();
        site.office()
                .editor()
                .post(
                        "/api/photos/" + photo.photo() + "/faces/" + photo.face(1) + "/dismissal",
                        Map.of("reason", "NOT_RECOGNISABLE"))
                .orFail();
        browser.css("#detail [data-face=\"" + photo.face(1) + "\"].NONE");
        assertThat(part()).isEqualTo(before);
    }

    @Test
    void twoFingersMakeItLargerAndDrawNothing() {
        browser.run("""
            const image = document.querySelector('#detail .stage img');
            const area = image.getBoundingClientRect();
            image.parentElement.setPointerCapture = () => {};
            const at = (type, id, x) => image.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: id, isPrimary: id === 1,
              pointerType: 'touch', clientX: area.left + area.width * x, clientY: area.top + area.height * .5 }));
            at('pointerdown', 1, .4); at('pointerdown', 2, .5); at('pointermove', 2, .9); at('pointermove', 1, .1);
            at('pointerup', 1, .1); at('pointerup', 2, .9);
            """);
        assertThat(browser.shows("draw-frame")).isFalse();
        browser.until(
                "it to be larger", () -> browser.find("zoom-share").getText().equals("800 %"));
    }

    private Object part() {
        return Objects.requireNonNull(browser.run("const zoom = document.querySelector('[data-testid=zoom]');"
                + "return [zoom.scrollLeft, zoom.scrollTop, zoom.scrollWidth].map(Math.round).join()"));
    }

    private void cutOf(String face) {
        String cut = "#detail [data-testid=cut][src*=\"/faces/" + face + "/cut\"]";
        browser.css(cut);
        browser.until(
                "to see it",
                () -> Boolean.TRUE.equals(
                        browser.run("return document.querySelector(arguments[0])?.naturalWidth > 8", cut)));
    }

    private boolean overlap() {
        return Boolean.TRUE.equals(browser.run(
                "const [one, other] = [...arguments].map(mark => document.querySelector(mark).getBoundingClientRect());"
                        + "return one.right > other.left",
                mark(first),
                mark(second)));
    }

    private boolean seen(String face) {
        return Boolean.TRUE.equals(browser.run(
                "const at = document.querySelector(arguments[0]).getBoundingClientRect(), area ="
                        + " document.querySelector('[data-testid=zoom]').getBoundingClientRect();"
                        + "return at.left >= area.left && at.right <= area.right",
                mark(face)));
    }

    private static String mark(String face) {
        return "#detail [data-face=\"" + face + "\"]";
    }
}
