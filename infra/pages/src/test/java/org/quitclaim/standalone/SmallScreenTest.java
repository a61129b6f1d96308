package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.NeedsBrowser;
import org.quitclaim.standalone.browser.Reading;
import org.quitclaim.standalone.browser.Viewport;

/**
 * Everything of the pages of staff is read on 320 pixels, with letters of the usual and of twice the size.
 *
 * <p><b>Source:</b> WCAG 2.2, success criteria 1.4.4 and 1.4.10.
 */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmallScreenTest {
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
    void nothing_of_the_list_and_of_an_open_photo_is_cut_off() {
        Asked her = site.signedUp("Wilhelmina Voorbeeldsen van Langenaam");
        Taken photo = site.photoOfTwo("names-gps-regions-thumbnail-of-a-very-long-file-name.jpg");
        site.office().sight(photo, photo.face(0), her.person());
        inDutch(Role.EDITOR);
        browser.open("/");
        browser.find("photo");
        everythingIsThere("the list");
        browser.open("/may-i.html");
        browser.open("/#" + photo.photo());
        browser.find("close");
        everythingIsThere("the photo");
        browser.run("document.documentElement.style.fontSize = ''");
        assertThat(browser.list("""
            const bar = document.querySelector('#detail .zoom-bar').getBoundingClientRect();
            const side = document.querySelector('#detail .side').getBoundingClientRect();
            return [bar.bottom <= side.top + 1];
            """))
                .as("the buttons below the picture are not behind what is said of it")
                .allMatch(apart -> apart.asBoolean());
    }

    @Test
    void nothing_of_the_pages_of_officers_is_cut_off() {
        site.asked("Somebody Asked");
        inDutch(Role.COMPLIANCE_OFFICER);
        browser.open("/accounts.html");
        browser.find("account");
        browser.find("new-login");
        everythingIsThere("accounts");
        browser.open("/oversight.html");
        browser.find("dpia-in-use");
        everythingIsThere("oversight");
        browser.open("/links.html");
        browser.find("links-person");
        everythingIsThere("links");
    }

    private void inDutch(Role role) {
        site.logIn(role, Viewport.SMALL);
        browser.run("document.cookie = 'lang=nl; path=/'");
    }

    private void everythingIsThere(String where) {
        SoftAssertions softly = new SoftAssertions();
        for (String size : List.of("100%", "200%")) {
            browser.run("document.documentElement.style.fontSize = arguments[0]", size);
            Reading reading = new Reading(browser);
            softly.assertThat(reading.widerThanTheScreen())
                    .as(where + " at " + size)
                    .isEmpty();
            softly.assertThat(reading.cutOff()).as(where + " at " + size).isEmpty();
        }
        softly.assertAll();
    }
}
