package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
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
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.NeedsBrowser;
import org.quitclaim.standalone.browser.Viewport;

/** What editors and photographers do on the page of the photos, clicked in a real browser against the whole server. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaffPageTest {
    /** Live updates are connected to when {@code connectNow} is called, and not before. */
    private static final String SLOW_LINE = """
        const Real = EventSource;
        window.EventSource = class {
          told = [];
          constructor(url) {
            window.connectNow = () => {
              const real = new Real(url);
              real.onopen = event => this.onopen?.(event);
              real.onerror = event => this.onerror?.(event);
              this.told.forEach(([kind, listener]) => real.addEventListener(kind, listener));
            };
          }
          addEventListener(kind, listener) { this.told.push([kind, listener]); }
        };
        """;

    private Site site;
    private Chromium browser;
    private Asked fiona;

    @BeforeAll
    void start(@TempDir Path folder) {
        site = Site.over(folder);
        browser = site.browser();
        fiona = site.recognisable("Fiona Byrne");
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

    @Test
    void whoLogsInSeesThePhotosWithTheirMarkedPeople() {
        Taken photo = site.photoOfTwo("garden.jpg");
        browser.open("/");

        browser.until(
                "to see two marks",
                () -> browser.allCss(card(photo) + " " + Chromium.selector("face"))
                                .size()
                        == 2);
        browser.until(
                "to read the file name",
                () -> browser.css(card(photo)).getText().contains("garden.jpg"));
    }

    @Test
    void aWrongPasswordIsSaidSo() {
        browser.forget(Viewport.DESK);
        browser.open("/");
        assertThat(browser.address().getPath()).isEqualTo("/login");

        browser.css("[name=login]").sendKeys("editor");
        browser.css("[name=password]").sendKeys("not the password", Keys.ENTER);

        browser.until("to be refused", () -> !browser.css("#message").getText().isBlank());
        assertThat(browser.address().getPath()).isEqualTo("/login");
    }

    /** It once failed with a text about a forgery token, and worked the second time. */
    @Test
    void theFirstChangeOfAPasswordWorksAtOnce() {
        String oneTime = site.office().newcomer("newcomer", Role.EDITOR).oneTimePassword();
        browser.forget(Viewport.DESK);
        browser.open("/login");
        browser.css("#login [name=login]").sendKeys("newcomer");
        browser.css("#login [name=password]").sendKeys(oneTime, Keys.ENTER);
        browser.until(
                "to be asked for a password of one's own",
                () -> browser.css("#change [name=chosen]").isDisplayed());

        browser.css("#change [name=chosen]").sendKeys("a password of my own");
        browser.css("#change [name=again]").sendKeys("a password of my own", Keys.ENTER);

        browser.until("to be let in", () -> browser.address().getPath().equals("/"));
    }

    @Test
    @Requirement({"R40", "R42", "R43"})
    void fromASuggestionToARelease() {
        Taken photo = site.photoOfTwo("release.jpg");
        site.suggest(photo);
        open(photo);

        choose(photo, 0);
        browser.click("confirm");
        browser.until("to be linked", () -> browser.shows("unlink"));
        choose(photo, 1);
        browser.click("unregistered");
        browser.click("review");
        browser.find("reviewed");
        assertThat(publish()).isEqualTo("BLOCKED");
        browser.until(
                "to read the reason", () -> browser.find("verdict").getText().contains("not registered"));

        browser.click("cover");
        browser.clickCss(mark(photo, 1));
        browser.click("make-version");
        browser.until("to see the new version", () -> colour("WEBSITE").equals("GREEN"));
        assertThat(publish()).isEqualTo("CLEARED");
    }

    /** A yes to the website said nothing about a billboard, and stood there beside one. */
    @Test
    @Requirement("R40")
    void aVerdictGoesAsSoonAsAnotherQuestionIsAsked() {
        Taken photo = reviewedPhotoOf(site.signedUp("Vera Verdict"), "verdict.jpg");
        open(photo);
        assertThat(publish()).isEqualTo("CLEARED");
        for (String field : List.of("destination")) {
            browser.css("#detail [name=" + field + "]").sendKeys("x");
            browser.until("the verdict to go", () -> !browser.shows("verdict"));
            browser.css("#detail [name=" + field + "]").sendKeys(Keys.BACK_SPACE);
            assertThat(publish()).isEqualTo("CLEARED");
        }
        for (String field : List.of("territory", "channel", "context")) {
            browser.css("#detail [name=" + field + "]").sendKeys(Keys.ARROW_DOWN);
            browser.until("the verdict to go", () -> !browser.shows("verdict"));
            browser.css("#detail [name=" + field + "]").sendKeys(Keys.ARROW_UP);
            assertThat(publish()).isEqualTo("CLEARED");
        }
    }

    @Test
    @Requirement({"R18", "R40"})
    void aYesGoesWithThePermissionItStoodOn() {
        Asked other = site.signedUp("Wanda Withdraws");
        Taken photo = reviewedPhotoOf(other, "was-released.jpg");
        open(photo);
        assertThat(publish()).isEqualTo("CLEARED");

        site.office().withdraw(other, false, List.of("WEBSITE")).orFail();
        browser.until("to see it red", () -> colour("WEBSITE").equals("RED"));

        assertThat(browser.shows("verdict")).isFalse();
    }

    /** Colours for everyday subjects stood under a filter that named a hospital's. */
    @Test
    void aFilterThatIsRefusedListsNothingAndSaysWhy() {
        reviewedPhotoOf(site.signedUp("Sandra Subject"), "subject.jpg");
        browser.find("photo");
        subject("hip-surgery");
        browser.until(
                "to read why",
                () -> browser.shows("empty") && browser.find("empty").getText().contains("subject"));
        assertThat(browser.all("photo")).isEmpty();

        subject("");
        browser.find("photo");
        assertThat(browser.shows("empty")).isFalse();
    }

    /** A code is never typed, and never read where there are words. */
    @Test
    void subjectsAreChosenByTheirWords() {
        WebElement filter = browser.find("filter-context");
        assertThat(filter.getTagName()).isEqualTo("select");
        assertThat(filter.getText()).contains("Hip surgery", "HIV clinic").doesNotContain("hip-surgery");
    }

    private void subject(String code) {
        browser.clickCss("[data-testid=filter-context] option[value='" + code + "']");
    }

    /** What is read on a button is in its name, for whoever says it aloud. */
    @Test
    void aPhotoIsNamedByItsFileAndByWhomItShows() {
        Taken photo = reviewedPhotoOf(fiona, "named.jpg");
        browser.until("to hear both", () -> {
            WebElement button = browser.css(card(photo) + " " + Chromium.selector("open-photo"));
            return String.valueOf(button.getAccessibleName()).matches("(?s)named\\.jpg.*Fiona Byrne.*");
        });
    }

    /** Whoever reviews has to be able to mark who was missed; with a mouse alone not everybody could. */
    @Test
    void aMarkIsDrawnWithTheKeyboardAlone() {
        Taken photo = site.photoOfTwo("keys.jpg");
        open(photo);
        browser.tabTo("draw-start");
        browser.press(Keys.ENTER);
        browser.find("draw-frame");
        assertThat(browser.focused().getDomAttribute("data-testid")).isEqualTo("draw-frame");
        double before = left("draw-frame");
        browser.press(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
        assertThat(left("draw-frame")).isLessThan(before);
        browser.tabTo("draw-FROM_BEHIND");
        browser.press(Keys.ENTER);
        browser.until(
                "to see three", () -> browser.allCss("#detail [data-face]").size() == 3);
        assertThat(browser.shows("draw-frame")).isFalse();
    }

    /** The browser took the finger for scrolling, and left a frame behind. */
    @Test
    void aMarkIsDrawnWithAFingerAndAGestureThatTheBrowserTakesLeavesNothing() {
        Taken photo = site.photoOfTwo("finger.jpg");
        site.logIn(Role.EDITOR, Viewport.PHONE);
        open(photo);
        assertThat(browser.css("#detail .stage img").getCssValue("touch-action"))
                .isEqualTo("none");
        finger("pointerdown", "pointermove", "pointercancel");
        assertThat(browser.shows("draw-frame")).isFalse();
        finger("pointerdown", "pointermove", "pointerup");
        browser.click("draw-cancel");
        assertThat(browser.shows("draw-frame")).isFalse();
        assertThat(browser.focused().getDomAttribute("data-testid")).isEqualTo("draw-start");
    }

    private void finger(String... events) {
        browser.run("""
            const image = document.querySelector('#detail .stage img');
            const area = image.getBoundingClientRect();
            image.parentElement.setPointerCapture = () => {};
            arguments[0].forEach((type, number) => image.dispatchEvent(new PointerEvent(type, { bubbles: true, isPrimary: true,
              pointerType: 'touch', clientX: area.left + area.width * (.4 + number / 10), clientY: area.top + area.height * (.1 + number / 10) })));
            """, List.of(events));
    }

    private double left(String testId) {
        return browser.find(testId).getRect().getX();
    }

    /** What cannot be taken back is read first; whoever does not agree changes nothing. */
    @Test
    void aPhotoIsRemovedOnlyByWhoeverReadWhatGoesAndAgreed() {
        Taken photo = site.photoOfTwo("removed.jpg");
        open(photo);
        browser.click("remove");
        browser.until("to read what goes", () -> browser.find("sure").getText().contains("2 marked"));
        assertThat(browser.focused().getText())
                .isEqualTo(browser.find("sure-no").getText());
        browser.press(Keys.ENTER);
        browser.until("the question to close", () -> !browser.shows("sure"));
        assertThat(removed(photo)).isFalse();

        browser.click("remove");
        browser.tabTo("sure-yes");
        browser.press(Keys.ENTER);
        browser.until("the photo to close", () -> !browser.shows("remove"));
        assertThat(removed(photo)).isTrue();
    }

    private boolean removed(Taken photo) {
        return site.office()
                        .editor()
                        .get("/api/photos/" + photo.photo() + "/removal")
                        .status()
                == 409;
    }

    @Test
    @Requirement({"R18", "R40"})
    void aWithdrawalTurnsAPhotoRedWithoutAReload() {
        Asked other = site.signedUp("Nadia Live");
        Taken photo = reviewedPhotoOf(other, "live.jpg");
        browser.until("to see it green", () -> cardColour(photo).equals("GREEN"));
        browser.find("live");
        browser.run("window.neverReloaded = true");

        site.office().withdraw(other, false, List.of("WEBSITE")).orFail();

        browser.until("to see it red", () -> cardColour(photo).equals("RED"));
        assertThat(browser.run("return window.neverReloaded")).isEqualTo(true);
    }

    @Test
    void whatChangesBetweenTheFirstLookAndTheFirstConnectionIsSeenToo() {
        browser.beforeEveryPage(SLOW_LINE);
        browser.open("/");
        browser.until("to begin to follow", () -> "function".equals(browser.run("return typeof connectNow")));
        Taken photo = site.photoOfTwo("between.jpg");
        site.office().editor().get("/api/photos/" + photo.photo()).orFail();

        browser.run("connectNow()");

        browser.css(card(photo));
    }

    @Test
    void whatSomebodyTypesOutlivesALiveUpdate() {
        Asked other = site.signedUp("Olga Live");
        Taken photo = reviewedPhotoOf(other, "typing.jpg");
        open(photo);
        browser.css("[name=destination]").sendKeys("half an addr");

        site.office().withdraw(other, false, List.of("WEBSITE")).orFail();
        browser.until("to see it red", () -> colour("WEBSITE").equals("RED"));
        browser.press("ess");

        assertThat(browser.css("[name=destination]").getDomProperty("value")).isEqualTo("half an address");
    }

    /** A grant ends at midnight after its last day; told is the day, not the midnight. */
    @Test
    void theLastDayOfAGreenIsTheLastDayOfTheGrant() {
        Taken photo = reviewedPhotoOf(site.signedUp("Petra Lastday"), "last-day.jpg");
        open(photo);

        browser.until("to see it green", () -> colour("WEBSITE").equals("GREEN"));
        String last = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(Locale.UK)
                .format(LocalDate.parse(Office.today(300)));
        browser.until(
                "to read the last day", () -> browser.find("status").getText().contains("until " + last));
    }

    @Test
    void aPhotoIsOpenedAndClosedWithTheKeyboardInDutch() {
        Taken photo = site.photoOfTwo("keyboard.jpg");
        browser.click("language");
        browser.until("to read Dutch", () -> browser.text().contains("Uitloggen"));
        assertThat(browser.css("html").getDomAttribute("lang")).isEqualTo("nl");

        browser.css(card(photo));
        browser.tabTo("open-photo");
        browser.press(Keys.ENTER);
        browser.find("close");
        browser.tabTo("face");
        browser.press(Keys.ENTER);
        browser.find("face-panel");
        browser.tabTo("close");
        browser.press(Keys.ESCAPE);
        browser.until("to see it closed", () -> !browser.shows("close"));
    }

    private String publish() {
        browser.type("[name=destination]", "https://lindeveld.example/open-day");
        browser.click("ask");
        return browser.attribute("verdict", "data-verdict");
    }

    private Taken reviewedPhotoOf(Asked asked, String fileName) {
        Taken photo = site.photoOfTwo(fileName);
        site.office().sight(photo, photo.face(0), asked.person());
        site.office()
                .editor()
                .post(
                        "/api/photos/" + photo.photo() + "/faces/" + photo.face(1) + "/dismissal",
                        Map.of("reason", "NOT_RECOGNISABLE"))
                .orFail();
        site.office().review(photo).orFail();
        return photo;
    }

    private void open(Taken photo) {
        browser.clickCss(card(photo) + " " + Chromium.selector("open-photo"));
        browser.find("close");
    }

    private void choose(Taken photo, int which) {
        browser.clickCss(mark(photo, which));
        browser.find("face-panel");
    }

    private String colour(String channel) {
        return String.valueOf(
                browser.css("#detail " + Chromium.selector("status-" + channel)).getDomAttribute("data-colour"));
    }

    private String cardColour(Taken photo) {
        return String.valueOf(browser.css(card(photo) + " " + Chromium.selector("status-WEBSITE"))
                .getDomAttribute("data-colour"));
    }

    private static String card(Taken photo) {
        return "[data-photo=\"" + photo.photo() + "\"]";
    }

    private static String mark(Taken photo, int which) {
        return "#detail [data-face=\"" + photo.face(which) + "\"]";
    }
}
