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
import org.quitclaim.access.Role;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.NeedsBrowser;
import org.quitclaim.standalone.browser.Viewport;

/** What the open photo says of a use, and by the colours of its marks, is what is so: all of it, and for what. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerdictsPageTest {
    /** The photo reads for ever as it did when it was opened. */
    private static final String STANDS_STILL = """
        const real = window.fetch;
        const read = new Map();
        window.fetch = async (path, options) => {
          if (options?.method || !/^.api.photos.pho_[a-z0-9]+([?]|$)/.test(path)) return real(path, options);
          if (!read.has(path)) read.set(path, await real(path, options));
          return read.get(path).clone();
        };
        """;

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

    @BeforeEach
    void logIn() {
        site.logIn(Role.EDITOR, Viewport.DESK);
    }

    @Test
    @Requirement("R40")
    void aNoNamesThePhotosReasonsAndEverybodyWhoDoesNotAllowIt() {
        Asked carla = takingPart("Carla Refuses");
        Taken photo = site.photoOfTwo("all-reasons.jpg");
        site.office().sight(photo, photo.face(0), carla.person());
        site.office()
                .editor()
                .post("/api/photos/" + photo.photo() + "/faces/" + photo.face(1) + "/unregistered")
                .orFail();
        site.office().withdraw(carla, false, List.of("WEBSITE")).orFail();
        open(photo);

        assertThat(publish()).isEqualTo("BLOCKED");

        browser.until("to read all of it", () -> {
            String said = browser.find("verdict").getText();
            return said.contains("not registered")
                    && said.contains("confirmed yet")
                    && said.contains("Carla Refuses: took the permission back");
        });
    }

    /** It had a green tick: of somebody who did not allow it. */
    @Test
    void whoeverIsCoveredOnAVersionIsNeitherAllowedNorANo() {
        Asked dana = takingPart("Dana Covered");
        Taken photo = site.photoOfTwo("covered.jpg");
        site.office().sight(photo, photo.face(0), dana.person());
        site.office()
                .editor()
                .post("/api/photos/" + photo.photo() + "/faces/" + photo.face(1) + "/unregistered")
                .orFail();
        site.office().withdraw(dana, false, List.of("WEBSITE")).orFail();
        site.office().review(photo).orFail();
        open(photo);
        browser.click("cover");
        browser.clickCss(mark(photo, 0));
        browser.clickCss(mark(photo, 1));
        browser.click("make-version");
        browser.css(mark(photo, 0) + ".NONE.covered");
        browser.css(mark(photo, 1) + ".NONE.covered");
        browser.until(
                "to read who is covered",
                () -> browser.css(mark(photo, 0)).getText().contains("Covered: Dana Covered")
                        && browser.css(mark(photo, 1)).getText().contains("Covered: Not registered"));
    }

    /** Print in the Netherlands was allowed and read as forbidden, of an area that nothing named. */
    @Test
    void theStatusSaysForWhichReachAndSubjectItIsAndTheMarksForWhichUse() {
        Asked hugo = takingPart("Hugo Website");
        Taken photo = site.photoOfTwo("reach.jpg");
        site.office().sight(photo, photo.face(0), hugo.person());
        open(photo);
        browser.until("to read for what", () -> {
            String said = browser.find("judged").getText();
            return said.contains("Website, Social media: Worldwide")
                    && said.contains("Advertising: Europe (EEA)")
                    && said.contains("Subject: general")
                    && said.contains("coloured for: Website");
        });
        browser.css(mark(photo, 0) + ".GREEN");

        browser.run("const channel = document.querySelector('#detail [name=channel]'); channel.value = 'PRINT';"
                + "channel.dispatchEvent(new Event('input', { bubbles: true }))");

        browser.css(mark(photo, 0) + ".RED");
        assertThat(browser.find("judged").getText()).contains("coloured for: Print");
    }

    /** A release that was taken back read as one again as soon as everything looked as before. */
    @Test
    @Requirement("R40")
    void aReleaseThatWasTakenBackIsNotReadAgain() {
        Asked ida = takingPart("Ida Again");
        Taken photo = site.photoOfTwo("again.jpg");
        site.office().sight(photo, photo.face(0), ida.person());
        dismiss(photo, photo.face(1));
        site.office().review(photo).orFail();
        open(photo);
        assertThat(publish()).isEqualTo("CLEARED");
        String drawn = site.office()
                .editor()
                .post(
                        "/api/photos/" + photo.photo() + "/faces",
                        Map.of("box", Map.of("x", 0.4, "y", 0.1, "width", 0.1, "height", 0.1), "kind", "SCREEN"))
                .orFail()
                .text("faceId");
        dismiss(photo, drawn);
        site.office().review(photo).orFail();
        browser.css("#detail [data-face=\"" + drawn + "\"].NONE");
        browser.find("reviewed");
        assertThat(browser.shows("verdict")).isFalse();
        browser.until(
                "to read that it comes off",
                () -> browser.shows("in-use")
                        && browser.find("in-use").getText().contains("It has to come off: Website"));
    }

    /** Nothing on the page changed by it, since the page heard of nothing. */
    @Test
    @Requirement("R40")
    void aReleaseIsReadAsOneOnlyWhileTheServerCallsItOne() {
        Asked jet = takingPart("Jet Later");
        Taken photo = site.photoOfTwo("later.jpg");
        site.office().sight(photo, photo.face(0), jet.person());
        dismiss(photo, photo.face(1));
        site.office().review(photo).orFail();
        browser.beforeEveryPage(STANDS_STILL);
        // an address with another fragment is no other page
        browser.open("/may-i.html");
        open(photo);
        assertThat(publish()).isEqualTo("CLEARED");

        site.office().withdraw(jet, false, List.of("WEBSITE")).orFail();

        browser.until("the release to go", () -> !browser.shows("verdict"));
    }

    /** Whose name the editor reads. */
    private Asked takingPart(String name) {
        Asked asked = site.signedUp(name);
        site.office()
                .editor()
                .put("/api/collections/" + site.collection() + "/participants", Map.of("add", List.of(asked.person())))
                .orFail();
        return asked;
    }

    private void dismiss(Taken photo, String face) {
        site.office()
                .editor()
                .post(
                        "/api/photos/" + photo.photo() + "/faces/" + face + "/dismissal",
                        Map.of("reason", "NOT_A_PERSON"))
                .orFail();
    }

    private String publish() {
        browser.type("[name=destination]", "https://lindeveld.example/open-day");
        browser.click("ask");
        return browser.attribute("verdict", "data-verdict");
    }

    private void open(Taken photo) {
        browser.open("/#" + photo.photo());
        browser.find("close");
    }

    private static String mark(Taken photo, int which) {
        return "#detail [data-face=\"" + photo.face(which) + "\"]";
    }
}
