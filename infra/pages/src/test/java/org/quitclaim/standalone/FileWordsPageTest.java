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

/** What a file says is offered on the page of its photo, and taken up by keyboard, in a real browser. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileWordsPageTest {
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
    void aPhotographerMarksAndNamesWhatTheFileSaysAndSaysForTheShootWhoMadeIt() {
        Asked anna = site.signedUp("Anna Zonderling");
        site.office()
                .editor()
                .put("/api/collections/" + site.collection() + "/participants", Map.of("add", List.of(anna.person())))
                .orFail();
        Taken photo = site.office()
                .take(
                        site.collection(),
                        "said.jpg",
                        NamedFaces.saying(
                                Pictures.another(PhotoOfTwo.jpeg(), 9_500),
                                NamedFaces.region("Zonderling, Anna", 0.9, 0.9)
                                        + NamedFaces.region("Nobody Here", 0.1, 0.9)));
        site.logIn(Role.PHOTOGRAPHER, Viewport.DESK);
        browser.open("/#" + photo.photo());
        browser.tabTo("file-words-open");
        browser.press(Keys.ENTER);
        says("file-words", "This file names 2 places where people are");
        says("file-places", "90% from the left, 90% from the top");
        says("file-others", "One name in the file");
        says("file-name", "This is Anna Zonderling");
        assertThat(browser.text()).doesNotContain("Nobody Here");
        browser.tabTo("file-name");
        browser.press(Keys.ENTER);
        browser.until(
                "to see it marked",
                () -> browser.shows("file-places")
                        && browser.find("file-places").getText().contains("marked already"));
        assertThat(browser.all("file-name")).isEmpty();
        says("detail", "Anna Zonderling");

        says("file-made", "Fotograaf Voorbeeld");
        browser.tabTo("file-use");
        browser.press(Keys.ENTER);
        browser.until("to be told", () -> browser.text().contains("Saved"));
        assertThat(site.office()
                        .editor()
                        .get("/api/collections/" + site.collection() + "/release-lines")
                        .orFail()
                        .json()
                        .path("own")
                        .path("creator")
                        .asString())
                .isEqualTo("Fotograaf Voorbeeld");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theLinesOfAShootAreReadAndSaidOnThePageInDutchToo() {
        site.logIn(Role.PHOTOGRAPHER, Viewport.DESK);
        browser.open("/");
        browser.click("language");
        browser.until(
                "the shoots to be listed",
                () -> browser.allCss("#filters select[name=collection] option").size() > 1);
        browser.run(
                "const s = document.querySelector('#filters select[name=collection]');"
                        + "s.value = arguments[0]; s.dispatchEvent(new Event('change', { bubbles: true }));",
                site.collection());
        browser.tabTo("lines-open");
        browser.press(Keys.ENTER);
        says("lines", "Naamsvermelding");
        browser.type(Chromium.selector("lines-credit"), "Agentschap Voorbeeld");
        browser.click("lines-save");
        browser.until("to be told", () -> browser.text().contains("Opgeslagen"));
        assertThat(site.office()
                        .editor()
                        .get("/api/collections/" + site.collection() + "/release-lines")
                        .orFail()
                        .json()
                        .path("own")
                        .path("credit")
                        .asString())
                .isEqualTo("Agentschap Voorbeeld");
    }

    private void says(String testId, String words) {
        browser.until("to read " + words, () -> browser.find(testId).getText().contains(words));
    }
}
