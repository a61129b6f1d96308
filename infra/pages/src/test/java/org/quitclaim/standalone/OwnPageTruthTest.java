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
import org.openqa.selenium.WebElement;
import org.quitclaim.access.Role;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.NeedsBrowser;
import org.quitclaim.standalone.browser.Viewport;

/** What the page of a portrayed person says is so, whatever happened before; and what she says reaches whoever answers. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnPageTruthTest {
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
    void takeThePhone() {
        browser.forget(Viewport.PHONE);
    }

    @AfterEach
    void nothingWentElsewhere() {
        site.nothingWentElsewhere();
    }

    @Test
    void back_leads_to_the_questions_and_forward_to_the_answers_and_nothing_is_left_once_they_are_sent() {
        browser.open(Site.page(site.asked("Berta Back")));
        browser.find("asks");
        choose(0, "no");
        choose(1, "yes");
        browser.click("continue");
        browser.find("confirm");

        browser.run("history.back()");
        browser.until("the questions again", () -> browser.shows("asks"));
        assertThat(browser.allCss("input:checked")).hasSize(2);
        browser.run("history.forward()");
        browser.until("what was answered again", () -> browser.shows("confirm"));
        browser.click("send");
        browser.find("receipt");
        browser.run("history.back()");
        assertThat(browser.run("return new Promise(done => setTimeout(() => done(sessionStorage.length"
                        + " + localStorage.length), 100))"))
                .isEqualTo(0L);
        assertThat(browser.shows("receipt")).isTrue();
        assertThat(browser.shows("asks")).isFalse();
    }

    @Test
    @Requirement("R13")
    void that_both_parents_have_to_sign_is_said_before_anything_is_sent_and_a_no_needs_neither() {
        Asked asked = site.office().ask(child("Kid of both", 2), site.notice(), List.of(Office.website(300)));
        browser.open(Site.page(asked));
        browser.find("asks");
        assertThat(browser.find("both-sign").getText()).isEqualTo("For a yes both parents have to sign: tick both.");
        choose(0, "yes");
        browser.allCss("[name=representative]").getFirst().click();
        browser.click("continue");
        browser.until(
                "to be told",
                () -> browser.css("[data-signers] .missing-text").getText().contains("tick both"));
        assertThat(browser.shows("confirm")).isFalse();
        browser.click("language-nl");
        browser.until("Dutch", () -> browser.find("both-sign").getText().contains("beide ouders"));

        choose(0, "no");
        browser.click("continue");
        browser.find("confirm");
        browser.run("history.back()");
        browser.until("the questions again", () -> browser.shows("asks"));
        choose(0, "yes");
        browser.allCss("[name=representative]").getLast().click();
        browser.click("continue");
        browser.click("send");
        browser.find("receipt");
    }

    @Test
    @Requirement("R5")
    void after_the_erasure_of_a_child_its_page_speaks_of_the_child() {
        String child = child("Kid erased", 1);
        Asked asked = site.office().ask(child, site.notice(), List.of(Office.website(300)));
        site.office().erase(child, Map.of()).orFail();
        browser.open(Site.page(asked));
        assertThat(browser.find("closed").getText()).isEqualTo("The child’s data was erased");
        assertThat(browser.text()).doesNotContainPattern("(?i)\\byour\\b|you once");
        assertThat(browser.shows("remains")).isTrue();
        browser.click("language-nl");
        browser.until("Dutch", () -> browser.text().contains("De gegevens van het kind zijn gewist"));
        assertThat(browser.text()).doesNotContainPattern("(?i)\\buw\\b");
    }

    @Test
    @Requirement("R36")
    void whoever_stopped_everything_reads_that_it_is_kept_only_where_something_is() {
        Asked asked = site.signedUp("Petra Stopped");
        site.office()
                .officer()
                .post("/api/persons/" + asked.person() + "/restriction")
                .orFail();
        browser.open(Site.page(asked));
        assertThat(browser.find("stopped").getText()).contains("What was allowed is kept");
        site.office().withdraw(asked, true, List.of("WEBSITE")).orFail();
        browser.open(Site.page(asked));
        assertThat(browser.find("stopped").getText())
                .contains("No photo is released")
                .doesNotContain("is kept");
    }

    @Test
    void a_lost_connection_is_told_in_the_language_of_the_page_with_a_way_to_try_again() {
        browser.open(Site.page(site.signedUp("Olga Offline")));
        browser.clickCss(Chromium.selector("rights") + " > summary");
        browser.find("download");
        browser.click("language-nl");
        browser.until("Dutch", () -> browser.text().contains("Wat u hebt toegestaan"));
        browser.run("window.real = fetch; window.fetch = () => Promise.reject(new TypeError('Failed to fetch'))");
        browser.click("download");
        browser.until(
                "to be told", () -> browser.css(".rights .error").getText().startsWith("Dat lukte niet."));
        browser.run("window.fetch = window.real");
        browser.click("download");
        browser.until("to have it", () -> browser.allCss(".rights .error").isEmpty());
    }

    @Test
    @Requirement("R17")
    void receipts_say_what_each_is_of_and_of_which_day() {
        browser.open(Site.page(site.signedUp("Rita Receipts")));
        browser.clickCss(Chromium.selector("rights") + " > summary");
        browser.find("receipt-paper");
        List<String> names =
                browser.all("receipt-paper").stream().map(WebElement::getText).toList();
        assertThat(names).hasSize(2).doesNotHaveDuplicates().allMatch(name -> name.startsWith("Receipt of "));
        assertThat(names).anyMatch(name -> name.contains("Recognise my face"));
        assertThat(names).anyMatch(name -> name.contains("On our website"));
    }

    /** Two pictures and two buttons looked alike, and the officer was told of neither the face nor what was said. */
    @Test
    @Requirement("R48")
    void of_two_marks_on_one_photo_she_sees_each_alone_and_the_officer_is_led_to_the_one_she_means() {
        Asked asked = site.signedUp("Twice Linked");
        Taken photo = site.photoOfTwo("twice.jpg");
        site.office().sight(photo, photo.face(0), asked.person());
        site.office().sight(photo, photo.face(1), asked.person());
        browser.open(Site.page(asked));
        browser.clickCss(Chromium.selector("rights") + " > summary");
        browser.until("two marks", () -> browser.all("own-mark").size() == 2);
        assertThat(browser.all("own-photo")).hasSize(1);
        browser.run("document.querySelectorAll('.rights img').forEach(one => { one.loading = 'eager' })");
        browser.until(
                "the pictures",
                () -> browser.all("mark-cut").stream()
                        .allMatch(one -> !"0".equals(one.getDomProperty("naturalWidth"))));
        Object alike = browser.run("""
                const shown = [...document.querySelectorAll('[data-testid=mark-cut]')].map(image => {
                  const small = Object.assign(document.createElement('canvas'), { width: 40, height: 30 });
                  small.getContext('2d').drawImage(image, 0, 0, 40, 30);
                  return small.toDataURL();
                });
                return shown[0] === shown[1];""");
        assertThat(alike).as("both pictures show the same").isEqualTo(false);

        WebElement second = browser.all("own-mark").getLast();
        String face = second.getDomAttribute("data-face");
        browser.clickCss("[data-face='" + face + "'] button");
        browser.find("asked");
        assertThat(browser.find("request-RECTIFICATION").getText()).contains("That is not me");

        site.logIn(Role.COMPLIANCE_OFFICER, Viewport.DESK);
        browser.open("/oversight.html");
        assertThat(browser.find("request-face").getText()).contains("That is not me.");
        browser.click("request-photo");
        browser.until(
                "the mark chosen",
                () -> !browser.allCss("#detail [data-face='" + face + "'].chosen")
                        .isEmpty());
    }

    private String child(String name, int parents) {
        Client officer = site.office().officer();
        String child = officer.post(
                        "/api/persons",
                        Map.of("name", name, "email", "parent@example.org", "capacity", "VISITOR", "ageGroup", "MINOR"))
                .orFail()
                .text("personId");
        for (int parent = 0; parent < parents; parent++) {
            officer.post(
                            "/api/persons/" + child + "/representatives",
                            Map.of(
                                    "name",
                                    "P" + parent,
                                    "role",
                                    "PARENT",
                                    "verified",
                                    true,
                                    "sole",
                                    false,
                                    "authority",
                                    "Act"))
                    .orFail();
        }
        return child;
    }

    private void choose(int ask, String answer) {
        browser.clickCss("label:has(" + Chromium.selector("ask-" + ask + "-" + answer) + ")");
    }
}
