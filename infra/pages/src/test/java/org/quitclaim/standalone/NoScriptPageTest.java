package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.quitclaim.access.Role;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.NeedsBrowser;
import org.quitclaim.standalone.browser.Reading;
import org.quitclaim.standalone.browser.Viewport;
import tools.jackson.databind.JsonNode;

/** Everything somebody can do on the page of their own is done in a browser that runs no script, in both languages. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoScriptPageTest {
    private Site site;
    private Chromium browser;

    @BeforeAll
    void start(@TempDir Path folder) {
        site = Site.over(folder);
        browser = site.browser();
        site.office()
                .visitor()
                .as(Role.ADMIN)
                .put("/api/organisation", Map.of("name", "Museum <De Vaart>", "contact", "privacy@vaart.example"))
                .orFail();
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @BeforeEach
    void switchScriptOff() {
        browser.forget(Viewport.SMALL);
        browser.withoutScript();
    }

    @AfterEach
    void nothingWentElsewhere() {
        site.nothingWentElsewhere();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    @Requirement({"R1", "R4", "R5", "R17"})
    void somebody_answers_in_two_steps_has_the_receipt_first_and_takes_back(String language) {
        Asked asked = site.asked("Nora Noscript");
        browser.languages(language);
        browser.open(Site.page(asked));
        assertThat(browser.css("html").getDomAttribute("lang")).isEqualTo(language);
        assertThat(browser.find("whose").getText()).contains("Nora Noscript");
        assertThat(browser.find("facts").getText()).contains("Museum <De Vaart>");
        readable();

        browser.click("continue");
        assertThat(browser.find("lacking").isDisplayed()).isTrue();
        assertThat(browser.allCss("fieldset.missing")).hasSize(2);
        assertThat(browser.allCss(Chromium.selector("lacking") + " a")).hasSize(2);
        assertThat(browser.address().getPath())
                .as("an answer that can be gone back to")
                .endsWith(Site.page(asked));
        choose(0, "yes");
        browser.click("continue");
        browser.until(
                "one to be missing", () -> browser.allCss("fieldset.missing").size() == 1);
        choose(1, "yes");
        browser.click("continue");
        browser.find("confirm");
        readable();
        browser.click("send");
        assertThat(browser.css("fieldset.missing").isDisplayed()).isTrue();
        assertThat(browser.find("unticked").isDisplayed()).isTrue();
        assertThat(browser.address().getPath())
                .as("an answer that can be gone back to")
                .endsWith("/check");
        assertThat(state(asked)).isEqualTo("ASKED");
        browser.click("confirm-0");
        browser.click("send");
        browser.find("code");
        readable();
        site.typeCode();

        browser.find("receipt");
        assertThat(browser.allCss("main > *").getFirst().getDomAttribute("data-testid"))
                .isEqualTo("receipt");
        assertThat(browser.all("receipt-now")).hasSize(2);
        assertThat(statuses(asked))
                .as("recognition waits for a second employee")
                .containsExactlyInAnyOrder("UNCONFIRMED", "GIVEN");
        readable();

        assertThat(browser.find("consequence").getText())
                .contains(language.equals("en") ? "If you take it back" : "Als u intrekt");
        browser.clickCss(Chromium.selector("grant-WEBSITE") + " button");
        browser.find("withdrawn");
        assertThat(statuses(asked)).containsExactlyInAnyOrder("UNCONFIRMED", "WITHDRAWN");
        browser.click("withdraw");
        browser.until("both to be over", () -> browser.all("ended").size() == 2);
        assertThat(browser.all("withdraw")).isEmpty();
        readable();
    }

    @Test
    @Requirement("R5")
    void the_other_language_is_a_link_and_keeps_what_was_chosen_for_the_second_step() {
        Asked asked = site.asked("Lars Language");
        browser.open(Site.page(asked));
        browser.click("language-nl");
        assertThat(browser.find("ask-title").getText()).isEqualTo("Mogen we foto’s van u gebruiken?");
        choose(0, "no");
        choose(1, "yes");
        browser.click("continue");
        assertThat(browser.find("confirm").getText()).contains("✓ Ja", "– Nee");
        browser.click("back");
        assertThat(browser.find("ask-0-no").isSelected()).isTrue();
        assertThat(browser.find("ask-1-yes").isSelected()).isTrue();
        browser.click("language-en");
        assertThat(browser.find("ask-1-yes").isSelected()).isTrue();
        browser.click("continue");
        browser.find("confirm");
        browser.click("language-nl");
        assertThat(browser.find("confirm").getText()).contains("Mogen foto’s van u gebruikt worden");
        browser.click("send");
        browser.find("receipt");
        assertThat(site.office().visitor().get(asked.page()).orFail().json().path("grants"))
                .hasSize(1);
    }

    @Test
    @Requirement("R17")
    void back_and_the_same_form_again_send_nothing_twice() {
        Asked asked = site.asked("Bob Back");
        browser.open(Site.page(asked));
        choose(0, "no");
        choose(1, "yes");
        browser.click("continue");
        browser.click("send");
        browser.find("receipt");
        browser.back();
        browser.until("the page", () -> browser.shows("grant-WEBSITE"));
        assertThat(browser.shows("asks")).isFalse();
        assertThat(statuses(asked)).containsExactly("GIVEN");

        Form form = new Form(site.server().address(), Site.page(asked));
        assertThat(form.post("/answers", "ask-0=no&ask-1=no&key=once&language=en")
                        .page())
                .contains("That was not done", "have their answers already", "Nothing was changed");
        String grant = grants(asked).getFirst().path("grantId").asString();
        assertThat(form.post("/withdrawals", "use=true&grant=" + grant).status())
                .isEqualTo(303);
        assertThat(form.post("/withdrawals", "use=true&grant=" + grant).status())
                .isEqualTo(303);
        assertThat(statuses(asked)).containsExactly("WITHDRAWN");
        assertThat(form.post("/requests", "right=ACCESS&key=one").status()).isEqualTo(303);
        assertThat(form.post("/requests", "right=ACCESS&key=one").status()).isEqualTo(303);
        assertThat(form.post("/requests", "right=ACCESS&key=two").page()).contains("being worked on");
        assertThat(form.get("/").status()).as("a stroke at the end").isEqualTo(303);
        assertThat(site.office()
                        .visitor()
                        .get(asked.page() + "/rights")
                        .orFail()
                        .list("requests"))
                .hasSize(1);
        assertThat(form.post("/requests", "right=ERASURE&key=one").status())
                .as("another request in the same form")
                .isEqualTo(303);
        assertThat(site.office()
                        .visitor()
                        .get(asked.page() + "/rights")
                        .orFail()
                        .list("requests"))
                .hasSize(2);
    }

    @Test
    void the_same_form_with_other_answers_is_no_repetition() {
        Asked asked = site.asked("Olga Other");
        browser.open(Site.page(asked));
        Form form = new Form(site.server().address(), Site.page(asked));
        assertThat(form.post("/answers", "ask-0=no&ask-1=yes&key=same&language=en")
                        .status())
                .isEqualTo(303);
        assertThat(form.post("/answers", "ask-0=no&ask-1=yes&key=same&language=en")
                        .status())
                .isEqualTo(303);
        assertThat(form.post("/answers", "ask-0=no&ask-1=no&key=same&language=en")
                        .page())
                .contains("That was not done");
        assertThat(statuses(asked)).containsExactly("GIVEN");
    }

    @Test
    void a_notice_in_a_language_of_its_own_is_answered_in_that_one() {
        String notice = site.office().publishNotice(Map.of("de", "Ihr Foto"));
        for (String answer : List.of("yes", "no")) {
            Asked asked = site.office()
                    .ask(
                            site.office().register("Dora " + answer, answer + "@dora.example"),
                            notice,
                            List.of(Office.website(300)));
            browser.open(Site.page(asked));
            assertThat(browser.find("notice").getDomAttribute("lang")).isEqualTo("de");
            choose(0, answer);
            browser.click("continue");
            browser.click("send");
            browser.find(answer.equals("yes") ? "receipt" : "refusals");
        }
    }

    @Test
    @Requirement("R4")
    void a_subject_that_is_used_no_more_is_answered_with_no_alone() {
        Client officer = site.office().officer();
        String code = officer.post("/api/contexts", Map.of("en", "Summer fair", "nl", "Zomermarkt", "sensitive", false))
                .orFail()
                .text("code");
        Map<String, Object> fair = new HashMap<>(Office.website(300));
        fair.put("contexts", List.of(code));
        Asked asked = site.office()
                .ask(
                        site.office().register("Rik Retired", "rik@retired.example"),
                        site.notice(),
                        List.of(Office.website(300), fair));
        officer.post("/api/contexts/" + code + "/retirement", Map.of()).orFail();
        browser.open(Site.page(asked));
        assertThat(browser.find("ask-1-closed").getText()).contains("not used any more");
        assertThat(browser.all("ask-1-yes")).isEmpty();
        choose(0, "yes");
        choose(1, "no");
        browser.click("continue");
        browser.click("send");
        browser.find("receipt");
    }

    @Test
    @Requirement("R13")
    void a_child_without_anybody_to_sign_can_say_no_and_is_told_why_a_yes_cannot_be_said() {
        String child = site.office()
                .officer()
                .post(
                        "/api/persons",
                        Map.of(
                                "name",
                                "Kid alone",
                                "email",
                                "kid@alone.example",
                                "capacity",
                                "VISITOR",
                                "ageGroup",
                                "MINOR"))
                .orFail()
                .text("personId");
        Asked asked = site.office().ask(child, site.notice(), List.of(Office.website(300)));
        browser.open(Site.page(asked));
        assertThat(browser.find("nobody-signs").getText()).contains("authority over the child");
        choose(0, "yes");
        browser.click("continue");
        assertThat(browser.find("lacking").getText()).contains("authority over the child");
        choose(0, "no");
        browser.click("continue");
        browser.click("send");
        browser.find("refusals");
    }

    @Test
    void a_no_for_a_child_needs_nobody_to_say_who_signs() {
        Asked asked = site.office().ask(child("Kid that says no"), site.notice(), List.of(Office.website(300)));
        browser.open(Site.page(asked));
        choose(0, "no");
        browser.click("continue");
        assertThat(browser.find("signing-as").getText()).contains("not said");
        browser.click("send");
        browser.find("refusals");
    }

    @Test
    void whatever_is_sent_is_answered_by_a_page_in_the_language_of_the_reader() {
        Asked asked = site.signedUp("Frida Forms");
        browser.open(Site.page(asked));
        Form form = new Form(site.server().address(), Site.page(asked));
        for (String sent : List.of(
                "/withdrawals ",
                "/withdrawals channel=MOON",
                "/withdrawals grant=grt_unknown7777777777777777777",
                "/withdrawals grant=%00",
                "/requests ",
                "/requests right=NONSENSE",
                "/requests right=OBJECTION",
                "/requests right=OBJECTION&publication=x",
                "/requests right=RECTIFICATION&photo=x",
                "/requests right=RECTIFICATION&wrong=&correct=",
                "/answers ",
                "/answers ask-0=yes",
                "/answers ask-9999=no",
                "/check ask-0=maybe")) {
            String[] parts = sent.split(" ", 2);
            Form.Page page = form.post(parts[0], parts[1]);
            assertThat(page.status()).as(sent).isIn(303, 400, 404, 409, 422);
            assertThat(page.type()).as(sent).startsWith("text/html");
            assertThat(page.policy()).as(sent).contains("default-src 'self'").doesNotContain("unsafe");
        }
        assertThat(form.dutch().post("/withdrawals", "").page()).contains("lang=\"nl\"", "Dat is niet gedaan");
        assertThat(form.get("/withdrawals").status()).isEqualTo(303);
        assertThat(new Form(site.server().address(), "/q/wrong")
                        .post("/withdrawals", "everything=true")
                        .page())
                .contains("This page cannot be opened");
        assertThat(statuses(asked)).containsOnly("GIVEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    @Requirement({"R48", "R54"})
    void somebody_asks_for_everything_that_can_be_asked(String language) {
        Asked asked = site.signedUp("Rita Rights");
        Taken photo = site.photoOfTwo("rita-" + language + ".jpg");
        site.office().sight(photo, photo.face(0), asked.person());
        browser.languages(language);
        browser.open(Site.page(asked));
        for (String right : List.of("ACCESS", "RESTRICTION", "ERASURE")) {
            opened();
            browser.click("ask-" + right);
            browser.find("asked");
            assertThat(browser.find("request-" + right).isDisplayed()).isTrue();
            assertThat(browser.all("ask-" + right)).isEmpty();
        }
        opened();
        browser.click("not-me");
        browser.find("request-RECTIFICATION");
        opened();
        browser.find("correction-wrong").sendKeys("My name");
        browser.click("ask-RECTIFICATION");
        opened();
        browser.find("correction").sendKeys("With a y");
        readable();
        browser.click("ask-RECTIFICATION");
        browser.until(
                "what was written", () -> browser.find("requests").getText().contains("With a y"));
        assertThat(browser.find("requests").getText()).contains("My name");
        opened();
        assertThat(browser.find("correcting-details").isDisplayed()).isTrue();
        assertThat(browser.allCss(Chromium.selector("correction-about") + " option"))
                .extracting(one -> one.getDomAttribute("value"))
                .as("what is being corrected is not asked twice")
                .containsExactly("else");
        assertThat(site.office()
                        .visitor()
                        .get(asked.page() + "/rights")
                        .orFail()
                        .list("requests"))
                .extracting(one -> one.path("right").asString())
                .containsExactlyInAnyOrder("ACCESS", "RESTRICTION", "ERASURE", "RECTIFICATION", "RECTIFICATION");
    }

    /** A right of its own: it is answered once an officer ordered it, by nobody's word that it was done. */
    @Test
    @Requirement({"R50", "R52"})
    void whoever_asks_to_be_erased_is_answered_once_that_is_ordered() {
        Asked asked = site.signedUp("Ella Erased");
        browser.open(Site.page(asked));
        opened();
        browser.click("ask-ERASURE");
        browser.find("request-ERASURE");
        assertThat(browser.find("erasing").getText()).contains("You asked for it");
        Client officer = site.office().officer();
        String request = officer.get("/api/rights-requests?person=" + asked.person())
                .orFail()
                .list("items")
                .getFirst()
                .path("requestId")
                .asString();
        officer.post("/api/rights-requests/" + request + "/answer", Map.of("outcome", "ERASED"))
                .isRefusal(409, "rights.not-carried-out");

        site.office().erase(asked.person(), Map.of()).orFail();
        browser.until(
                "the answer",
                () -> officer.get("/api/rights-requests/" + request)
                        .orFail()
                        .text("state")
                        .equals("ANSWERED"));
        browser.open(Site.page(asked));
        assertThat(browser.find("closed").getText()).isEqualTo("Your data was erased");
        assertThat(browser.find("remains").isDisplayed()).isTrue();
        browser.click("ask-ACCESS");
        browser.until(
                "the request for what remains",
                () -> officer.get("/api/rights-requests?person=" + asked.person()).orFail().list("items").stream()
                        .anyMatch(one -> one.path("right").asString().equals("ACCESS")));
    }

    /** Two parents, a link that answers no more, and one that was ended. */
    @Test
    @Requirement({"R5", "R13"})
    void a_parent_reads_of_the_child_and_who_has_to_sign() {
        Asked asked = site.office().ask(child("Kid of two"), site.notice(), List.of(Office.website(300)));
        browser.open(Site.page(asked));
        assertThat(browser.text()).contains("the child").doesNotContain("photos of you");
        choose(0, "yes");
        browser.allCss("[name=representative]").getFirst().click();
        browser.click("continue");
        assertThat(browser.css("[data-signers] .missing-text").getText()).contains("both parents");
        browser.allCss("[name=representative]").getLast().click();
        browser.click("continue");
        assertThat(browser.find("signing-as").getText()).contains("Parent 1", "Parent 2");
        browser.click("send");
        browser.find("receipt");
        assertThat(browser.text()).contains("What is allowed for the child");
    }

    private String child(String name) {
        Client officer = site.office().officer();
        String child = officer.post(
                        "/api/persons",
                        Map.of("name", name, "email", "parent@example.org", "capacity", "VISITOR", "ageGroup", "MINOR"))
                .orFail()
                .text("personId");
        for (String parent : List.of("A", "B")) {
            officer.post(
                            "/api/persons/" + child + "/representatives",
                            Map.of(
                                    "name",
                                    parent,
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

    @Test
    void everything_is_reached_with_the_keyboard_alone() {
        Asked asked = site.asked("Kay Keys");
        browser.open(Site.page(asked));
        browser.tabTo("ask-0-yes");
        browser.press(Keys.ARROW_RIGHT);
        browser.tabTo("ask-1-yes");
        browser.press(Keys.SPACE);
        browser.tabTo("continue");
        browser.press(Keys.ENTER);
        browser.find("confirm");
        browser.tabTo("send");
        browser.press(Keys.ENTER);
        browser.find("receipt");
        browser.tabTo("withdraw");
        browser.press(Keys.ENTER);
        browser.find("withdrawn");
        assertThat(statuses(asked)).containsExactly("WITHDRAWN");
    }

    private void opened() {
        WebElement rights = browser.find("rights");
        if (rights.getDomAttribute("open") == null) {
            browser.clickCss(Chromium.selector("rights") + " > summary");
        }
    }

    private void readable() {
        Reading reading = new Reading(browser);
        assertThat(reading.widerThanTheScreen()).isEmpty();
        assertThat(reading.nameless()).isEmpty();
        assertThat(reading.poorContrast()).isEmpty();
    }

    private void choose(int ask, String answer) {
        browser.clickCss("label:has(" + Chromium.selector("ask-" + ask + "-" + answer) + ")");
    }

    private String state(Asked asked) {
        return site.office().visitor().get(asked.page()).orFail().text("state");
    }

    private List<JsonNode> grants(Asked asked) {
        return site.office().visitor().get(asked.page()).orFail().list("grants");
    }

    private List<String> statuses(Asked asked) {
        return grants(asked).stream()
                .map(grant -> grant.path("status").asString())
                .toList();
    }
}
