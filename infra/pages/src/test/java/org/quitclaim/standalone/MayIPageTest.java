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
import org.openqa.selenium.Keys;
import org.quitclaim.access.Role;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.NeedsBrowser;
import org.quitclaim.standalone.browser.Viewport;

/** "May I?" in a real browser: by the button, by drag and drop, in both languages, on a phone. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MayIPageTest {
    private static final String DROP = """
        const bytes = new Uint8Array(arguments[0]);
        const file = new File([bytes], 'dropped.jpg', { type: 'image/jpeg' });
        const data = new DataTransfer();
        data.items.add(file);
        document.querySelector('#drop').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
        """;

    private Path folder;
    private Site site;
    private Chromium browser;
    private Taken known;

    @BeforeAll
    void start(@TempDir Path folder) {
        this.folder = folder;
        site = Site.over(folder.resolve("site"));
        browser = site.browser();
        known = site.office()
                .take(site.collection(), "known.jpg", Pictures.portrait(5).jpeg());
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @AfterEach
    void nothingWentElsewhere() {
        site.nothingWentElsewhere();
    }

    private String file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content).toString();
    }

    /** The button is what is seen of it. */
    private void choose(String file) {
        browser.allCss("#file").getFirst().sendKeys(file);
    }

    @Test
    void a_known_picture_shows_the_photo_and_its_channels_and_an_unknown_one_means_no() throws IOException {
        site.logIn(Role.EDITOR, Viewport.DESK);
        browser.find("may-i");
        browser.click("may-i");
        browser.find("may-i-drop");
        choose(file("copy.jpg", Pictures.sameAgain(Pictures.portrait(5).jpeg(), 1)));
        assertThat(browser.find("may-i-photo").getDomAttribute("data-same")).isEqualTo("true");
        assertThat(browser.find("status-WEBSITE").getDomAttribute("data-colour"))
                .isEqualTo("AMBER");
        assertThat(browser.css("[data-testid=may-i-photo] img").getDomAttribute("src"))
                .contains(known.photo());

        choose(file("other.jpg", Pictures.portrait(9).jpeg()));
        browser.until("the answer", () -> browser.shows("may-i-unknown"));
        assertThat(browser.text()).contains("Unknown means no");

        choose(file("text.jpg", new byte[] {1, 2, 3}));
        browser.until("the refusal", () -> browser.shows("may-i-refused"));
    }

    /** Beside "the version on which one person is covered" stood the original, where nobody is. */
    @Test
    void of_a_covered_version_that_version_is_shown_and_opened_and_what_was_dropped_beside_it() throws IOException {
        Taken photo = site.photoOfTwo("covered.jpg");
        site.office()
                .editor()
                .post("/api/photos/" + photo.photo() + "/faces/" + photo.face(1) + "/unregistered", Map.of())
                .orFail();
        String version = site.office()
                .editor()
                .post("/api/photos/" + photo.photo() + "/renditions", Map.of("cover", List.of(photo.face(1))))
                .orFail()
                .text("renditionId");
        site.logIn(Role.EDITOR, Viewport.DESK);
        String path = "/api/photos/" + photo.photo() + "/renditions/" + version + "/preview";
        String here = "[data-testid=may-i-here][src=\"" + path + "\"]";
        browser.open("/may-i.html");
        browser.find("may-i-drop");
        choose(file(
                "released.jpg", site.office().editor().get(path, "image/jpeg").bytes()));
        browser.until("the answer", () -> browser.shows("may-i-here"));
        browser.css(here);
        browser.until(
                "to see both",
                () -> Boolean.TRUE.equals(browser.run(
                        "return [...document.querySelectorAll('.both img')].every(one => one.naturalWidth > 0)")));
        String dropped = String.valueOf(browser.find("may-i-dropped").getDomAttribute("src"));
        assertThat(dropped).startsWith("blob:");
        browser.clickCss("a:has(" + here + ")");
        browser.find("as-it-leaves");
        assertThat(browser.css("[data-testid=version] option:checked").getDomAttribute("value"))
                .isEqualTo(version);
    }

    /** "refused on", and no day after it; one panel was green and the next one of the same picture red. */
    @Test
    void the_worst_is_said_first_in_whole_sentences_with_the_name_of_each_photo() throws IOException {
        Asked allows = site.signedUp("Griet Voorbeeldsen");
        byte[] picture = Pictures.portrait(6).jpeg();
        Taken green = site.office().take(site.collection(), "allowed.jpg", picture);
        site.office().sight(green, green.face(0), allows.person());
        site.office().review(green).orFail();
        String refuses = site.office().register("Hylke Voorbeeldsen", "");
        Asked asked = site.office().ask(refuses, site.notice(), List.of(Office.website(300)));
        site.office()
                .visitor()
                .post(
                        asked.page() + "/answers",
                        Map.of(
                                "language",
                                "en",
                                "answers",
                                List.of(Map.of("ask", 0, "granted", false)),
                                "confirmed",
                                true,
                                "representatives",
                                List.of()))
                .orFail();
        String elsewhere = site.office().openCollection("Anniversary");
        Taken red = site.office().take(elsewhere, "refused.jpg", Pictures.sameAgain(picture, 1));
        site.office().sight(red, red.face(0), refuses);
        site.office().review(red);

        site.logIn(Role.EDITOR, Viewport.PHONE);
        browser.open("/may-i.html");
        browser.find("may-i-drop");
        choose(file("both.jpg", Pictures.sameAgain(picture, 2)));

        assertThat(browser.css("[data-testid=may-i-says] [data-testid=status-WEBSITE]")
                        .getDomAttribute("data-colour"))
                .isEqualTo("RED");
        assertThat(browser.text()).contains("Somebody on it: said no").doesNotContain("refused on");
        assertThat(browser.all("may-i-photo")).hasSize(2);
        browser.until(
                "to read which they are",
                () -> browser.all("may-i-photo").stream()
                        .anyMatch(photo -> photo.getText().contains("refused.jpg · Anniversary")));
    }

    @Test
    void dropped_on_a_phone_and_in_dutch_it_says_the_same() {
        site.logIn(Role.COMPLIANCE_OFFICER, Viewport.PHONE);
        browser.open("/");
        browser.run("document.cookie = 'lang=nl; path=/'");
        browser.open("/may-i.html");
        browser.find("may-i-drop");
        byte[] sky = Pictures.sky();
        Object[] bytes = new Object[sky.length];
        for (int at = 0; at < sky.length; at++) {
            bytes[at] = sky[at] & 0xff;
        }
        browser.run(DROP, (Object) List.of(bytes));
        browser.until("the answer", () -> browser.shows("may-i-unknown"));
        assertThat(browser.text()).contains("Onbekend betekent nee");
        browser.run("document.cookie = 'lang=en; path=/'");
    }

    @Test
    void the_keyboard_reaches_the_button() {
        site.logIn(Role.EDITOR, Viewport.DESK);
        browser.find("may-i");
        browser.open("/may-i.html");
        browser.find("may-i-drop");
        browser.tabTo("may-i-file");
        assertThat(browser.focused().getDomAttribute("type")).isEqualTo("file");
        browser.press(Keys.TAB);
    }
}
