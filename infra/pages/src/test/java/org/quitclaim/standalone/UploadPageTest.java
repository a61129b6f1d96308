package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;
import org.quitclaim.access.Role;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.NeedsBrowser;
import org.quitclaim.standalone.browser.Viewport;

/** Files as a photographer sends them from a phone: which of them was taken in, which was not, and why. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadPageTest {
    private static final byte[] SEEN = Pictures.portrait(31).jpeg();
    private static final byte[] NEW = Pictures.portrait(32).jpeg();

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

    @Test
    void filesChosenBeforeAShootAreKeptAndWhatIsToBeReadStaysWithItsName(@TempDir Path files) throws IOException {
        site.office().take(site.office().openCollection("Another shoot"), "before.jpg", SEEN);
        Path notes = Files.write(files.resolve("notes.jpg"), "no photo".getBytes(StandardCharsets.UTF_8));
        Path elsewhere = Files.write(files.resolve("elsewhere.jpg"), SEEN);
        Path plain = Files.write(files.resolve("plain.jpg"), NEW);
        site.logIn(Role.PHOTOGRAPHER, Viewport.PHONE);
        browser.open("/");
        browser.until(
                "to be offered the shoots",
                () -> browser.allCss("[name=collection] option").stream()
                        .anyMatch(option -> site.collection().equals(option.getDomProperty("value"))));

        browser.allCss("#files")
                .getFirst()
                .sendKeys(Stream.of(notes, elsewhere, plain).map(Path::toString).collect(Collectors.joining("\n")));
        browser.until(
                "to be asked for a shoot", () -> browser.css("#toast").getText().contains("then the 3 files go there"));
        assertThat(browser.shows("upload")).isFalse();
        browser.clickCss("[name=collection] option[value=\"" + site.collection() + "\"]");

        browser.until(
                "the plain one to go",
                () -> browser.all("upload").size() == 2
                        && browser.all("upload-close").size() == 2);
        assertThat(browser.all("upload").get(0).getText()).contains("notes.jpg", "is no image");
        assertThat(browser.all("upload").get(1).getText()).contains("elsewhere.jpg", "in another shoot");
        assertThat(browser.allCss("#uploads .file").stream().map(WebElement::getRect))
                .as("a name that is to be read, on a phone")
                .allMatch(name -> name.width > 60 && name.height > 10);
        browser.click("upload-close");
        browser.until(
                "the first to be off the list", () -> browser.all("upload").size() == 1);
    }
}
