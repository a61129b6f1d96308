package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.NeedsBrowser;
import org.quitclaim.standalone.browser.Viewport;
import tools.jackson.databind.JsonNode;

/** The page of the portrayed person, on a phone, in a real browser against the whole server. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonPageTest {
    /** Words that say of whoever reads them that it is they who are shown. */
    private static final Pattern OF_THE_READER = Pattern.compile(
            "(?i)(?<!tell )\\b(of you|of me|about me|find me|my face|your face|your data|my data|you are|about you|van"
                    + " u|van mij|over mij|om mij|mijn gezicht|uw gezicht|uw gegevens|mijn gegevens|over u|u staat)\\b");

    private Site site;
    private Chromium browser;
    private int clicks;

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
        clicks = 0;
    }

    @AfterEach
    void nothingWentElsewhere() {
        site.nothingWentElsewhere();
    }

    @Test
    @Requirement({"R1", "R2"})
    void nothingIsPreselectedAndEveryQuestionHasAChoiceOfItsOwn() {
        open(site.asked("Anna"));
        browser.find("asks");

        assertThat(browser.allCss("fieldset[data-ask]")).hasSize(2);
        assertThat(browser.allCss("input[type=radio]")).hasSize(4).noneMatch(WebElement::isSelected);
        assertThat(browser.allCss("input[type=checkbox]")).noneMatch(WebElement::isSelected);
    }

    /** Mail programs and messengers append marks of their own to the links that they pass on. */
    @Test
    void theLinkOpensWithWhateverAMailProgramAppended() {
        browser.open(Site.page(site.asked("Anouk")) + "?fbclid=abc&utm_source=mail");
        assertThat(browser.find("asks").isDisplayed()).isTrue();
    }

    @Test
    @Requirement({"R1", "R4"})
    void nobodyGetsOnWithoutEveryChoiceNorSendsWithoutTheSecondYes() {
        Asked asked = site.asked("Bea");
        open(asked);
        click("continue");
        browser.until("two to be missing", () -> missing() == 2);
        choose(0, "yes");
        click("continue");
        browser.until("one to be missing", () -> missing() == 1);
        choose(1, "yes");
        click("continue");

        browser.find("confirm");
        click("send");
        browser.until("to be told to tick", () -> browser.text().contains("Tick every line"));
        assertThat(state(asked)).isEqualTo("ASKED");
    }

    @Test
    @Requirement("R3")
    void refusingRecognitionLeavesTheOtherQuestionsOpen() {
        Asked asked = site.asked("Cato");
        open(asked);
        choose(0, "no");
        choose(1, "yes");
        click("continue");
        click("send");

        browser.find("receipt");
        assertThat(browser.shows("grant-RECOGNITION")).isFalse();
        assertThat(browser.shows("grant-WEBSITE")).isTrue();
    }

    @Test
    @Requirement("R17")
    void takingBackTakesNoMoreClicksThanGiving() {
        Asked asked = site.asked("Dora");
        open(asked);
        giveEverything();
        assertThat(browser.find("receipt").getText()).contains("recorded");
        int giving = clicks;

        clicks = 0;
        open(asked);
        assertThat(browser.find("grant-WEBSITE").getText()).contains("On our website");
        click("withdraw-all");
        browser.find("withdrawn");

        assertThat(clicks).isEqualTo(1).isLessThanOrEqualTo(giving);
        assertThat(browser.shows("withdraw")).isFalse();
        assertThat(grants(asked)).containsOnly("WITHDRAWN");
    }

    @Test
    @Requirement({"R17", "R19"})
    void onePermissionIsTakenBackWithOneClickAndTheOtherStays() {
        Asked asked = site.asked("Eva");
        open(asked);
        giveEverything();
        browser.find("receipt");

        clicks = 0;
        clicks++;
        browser.clickCss(Chromium.selector("grant-RECOGNITION") + " button");
        browser.find("withdrawn");

        assertThat(clicks).isEqualTo(1);
        assertThat(browser.shows("grant-RECOGNITION")).isFalse();
        assertThat(browser.shows("grant-WEBSITE")).isTrue();
    }

    @Test
    @Requirement({"R17", "R19"})
    void of_two_permissions_for_one_channel_the_one_that_is_tapped_is_taken_back_and_named_among_what_ended() {
        Map<String, Object> surgery = new HashMap<>(Office.website(90));
        surgery.put("contexts", List.of("hip-surgery"));
        Asked asked = site.office()
                .ask(site.office().register("Jolanda", ""), site.notice(), List.of(Office.website(90), surgery));
        site.office().sayYes(asked, 2).orFail();
        open(asked);
        browser.until("to see both", () -> browser.all("grant-WEBSITE").size() == 2);

        WebElement ofSurgery = browser.all("grant-WEBSITE").getLast();
        String covered = ofSurgery
                .findElement(By.cssSelector(Chromium.selector("covers")))
                .getText();
        ofSurgery.findElement(By.cssSelector(Chromium.selector("withdraw"))).click();
        browser.find("withdrawn");

        assertThat(browser.all("grant-WEBSITE")).hasSize(1);
        assertThat(grants(asked)).containsExactlyInAnyOrder("GIVEN", "WITHDRAWN");
        assertThat(browser.find("ended").getText())
                .contains(
                        "On our website",
                        "taken back on ",
                        covered.lines().findFirst().orElseThrow());
        Answer unknown = site.office()
                .visitor()
                .post(asked.page() + "/withdrawals", Map.of("grants", List.of("grt_unknown7777777777777777777")));
        unknown.isRefusal(409, "consent.no-such-grant");
    }

    @Test
    @Requirement("R5")
    void theLanguageCanBeChangedWithoutLosingAnAnswer() {
        open(site.asked("Femke"));
        choose(0, "no");
        assertThat(browser.css("html").getDomAttribute("lang")).isEqualTo("en");
        assertThat(browser.find("notice").getText()).contains("Your photo");

        click("language-nl");

        browser.until("to read Dutch", () -> browser.text().contains("Mogen we foto’s van u gebruiken?"));
        assertThat(browser.css("html").getDomAttribute("lang")).isEqualTo("nl");
        assertThat(browser.find("notice").getText()).contains("Uw foto");
        assertThat(browser.allCss("input:checked"))
                .singleElement()
                .satisfies(one -> assertThat(one.getDomAttribute("data-testid")).isEqualTo("ask-0-no"));
    }

    @Test
    void everythingCanBeDoneWithTheKeyboardAlone() {
        Asked asked = site.asked("Gina");
        open(asked);
        browser.find("asks");
        browser.tabTo("ask-0-yes");
        browser.press(Keys.SPACE);
        browser.tabTo("ask-1-yes");
        browser.press(Keys.ARROW_RIGHT);
        browser.tabTo("continue");
        browser.press(Keys.ENTER);
        browser.find("confirm");
        browser.tabTo("confirm-0");
        browser.press(Keys.SPACE);
        browser.tabTo("send");
        browser.press(Keys.ENTER);
        browser.find("code");
        browser.tabTo("code");
        site.typeCode();
        browser.find("receipt");

        assertThat(browser.shows("grant-RECOGNITION")).isTrue();
        assertThat(browser.shows("grant-WEBSITE")).isFalse();
        browser.tabTo("withdraw");
        browser.press(Keys.ENTER);
        browser.find("withdrawn");
        assertThat(grants(asked)).containsExactly("WITHDRAWN");
    }

    @Test
    void aLinkThatIsWrongOrOfSomebodyErasedSaysSo() {
        browser.open("/q/not-a-link-of-ours");
        assertThat(browser.find("closed").getText()).isEqualTo("This page cannot be opened");
        assertThat(browser.text()).contains("Ask for a new one");

        Asked gone = site.signedUp("Hanna");
        site.office().erase(gone.person(), Map.of()).orFail();
        open(gone);
        assertThat(browser.find("closed").getText()).isEqualTo("Your data was erased");
        assertThat(browser.text()).contains("Your name and contact were erased").doesNotContain("This person");
        assertThat(browser.allCss("main button"))
                .as("what remains may be asked for, and nothing else")
                .extracting(button -> button.getDomAttribute("data-testid"))
                .containsExactly("ask-ACCESS");
        click("language-nl");
        browser.until("to read Dutch", () -> browser.text().contains("Uw naam en contactgegevens zijn gewist"));
        assertThat(browser.find("remains").getDomAttribute("href")).endsWith("language=nl");
    }

    @Test
    @Requirement({"R48", "R54"})
    void sheSeesHerDataAsksAndIsToldByWhenInBothLanguages() {
        Asked asked = site.signedUp("Iris");
        Taken photo = site.photoOfTwo("iris.jpg");
        site.office().sight(photo, photo.face(0), asked.person());
        open(asked);
        browser.clickCss(Chromium.selector("rights") + " > summary");
        assertThat(browser.find("download").getDomAttribute("href")).endsWith("/export?language=en");
        assertThat(browser.allCss(Chromium.selector("receipt-paper"))).hasSize(2);
        browser.until(
                "to see the photo",
                () -> browser.allCss(".rights img").stream()
                        .anyMatch(picture -> Integer.parseInt(
                                        Objects.requireNonNullElse(picture.getDomProperty("naturalWidth"), "0"))
                                > 100));

        click("not-me");
        browser.find("asked");
        assertThat(browser.find("request-RECTIFICATION").getText()).contains("Answer by ");
        browser.find("correction-wrong").sendKeys("My name is spelt with an i");
        browser.find("correction").sendKeys("My name is spelt with a y");
        click("ask-RECTIFICATION");
        browser.until("to read what she wrote", () -> browser.text().contains("My name is spelt with a y"));
        click("ask-RESTRICTION");
        browser.find("request-RESTRICTION");
        assertThat(browser.shows("ask-RESTRICTION")).isFalse();
        assertThat(browser.find("standstill").getText()).contains("it is not so yet", "everything goes on as it is");
        assertThat(browser.allCss(".rights input[type=file]")).isEmpty();

        click("language-nl");
        browser.until("it to be open still", () -> browser.text().contains("Wat u gevraagd hebt"));
        assertThat(browser.find("request-RESTRICTION").getText()).contains("Voorlopig stoppen", "Antwoord uiterlijk ");
        assertThat(browser.find("download").getDomAttribute("href")).endsWith("/export?language=nl");
    }

    /** The browser keeps what was fetched: a refusal could not be told by a link to a file. */
    @Test
    @Requirement("R48")
    void herDataIsKeptByTheBrowserAsAFileWithAName() {
        open(site.signedUp("Ilse"));
        browser.clickCss(Chromium.selector("rights") + " > summary");
        browser.find("download");
        browser.run("const real = URL.createObjectURL; URL.createObjectURL = file => { window.kept = file.size; return"
                + " real(file); };");
        click("download");
        browser.until("to have it", () -> Boolean.TRUE.equals(browser.run("return window.kept > 1000")));
        assertThat(browser.allCss(".error")).isEmpty();
    }

    /** A parent read "your face" and confirmed "a faceprint of me". */
    @Test
    @Requirement({"R1", "R4", "R5"})
    void whoAnswersForAChildReadsOfTheChildEverywhere() {
        for (String language : List.of("en", "nl")) {
            Asked asked = askedForAChild("Kid " + language);
            open(asked);
            browser.find("asks");
            click("language-" + language);
            speaksOfTheChild();
            choose(0, "yes");
            choose(1, "no");
            browser.clickCss("label:has([name=representative])");
            click("continue");
            browser.find("confirm-0");
            speaksOfTheChild();
            click("confirm-0");
            click("send");
            browser.find("code");
            speaksOfTheChild();
            site.typeCode();
            browser.find("receipt");
            browser.clickCss(Chromium.selector("rights") + " > summary");
            browser.find("download");
            speaksOfTheChild();
        }
    }

    private Asked askedForAChild(String name) {
        Client officer = site.office().officer();
        String child = officer.post(
                        "/api/persons",
                        Map.of("name", name, "email", "parent@example.org", "capacity", "VISITOR", "ageGroup", "MINOR"))
                .orFail()
                .text("personId");
        officer.post(
                        "/api/persons/" + child + "/representatives",
                        Map.of("name", "A", "role", "PARENT", "verified", true, "sole", true, "authority", "Act 1"))
                .orFail();
        return site.office().ask(child, site.notice(), List.of(Office.recognition(300), Office.website(300)));
    }

    private void speaksOfTheChild() {
        assertThat(browser.text()).containsAnyOf("the child", "het kind").doesNotContainPattern(OF_THE_READER);
    }

    /** An objection to what rests on her own yes could only be refused; the button for it stayed, and could be pressed for ever. */
    @Test
    @Requirement({"R17", "R56"})
    void sheSeesWhereAPhotoOfHersIsUsedAndTakesBackWhatItRestsOn() {
        Asked asked = site.signedUp("Kim");
        Taken photo = site.office().take(site.collection(), "kim.jpg", Pictures.another(Pictures.sky(), 77));
        site.office().mark(photo, asked.person());
        site.office().review(photo).orFail();
        assertThat(site.office()
                        .requestPublication(photo, "https://www.example.org/open-day")
                        .orFail()
                        .text("verdict"))
                .isEqualTo("CLEARED");
        open(asked);
        browser.clickCss(Chromium.selector("rights") + " > summary");
        browser.find("use");
        assertThat(browser.shows("object")).isFalse();
        assertThat(browser.find("use").getText())
                .contains(
                        "On our website",
                        "may be used since ",
                        "https://www.example.org/open-day",
                        "rests on your permission");

        click("take-back");
        browser.find("withdrawn");
        assertThat(browser.find("withdrawn").getText()).contains("being taken offline");
        browser.clickCss(Chromium.selector("rights") + " > summary");
        browser.until("to be told", () -> browser.find("use").getText().contains("It may not be used any more."));
        assertThat(browser.find("use").getText())
                .contains("was allowed on ", "nobody said that it was published")
                .doesNotContain("may be used since", "taken offline");
        assertThat(browser.shows("take-back") || browser.shows("object")).isFalse();
        click("language-nl");
        browser.until("to be told", () -> browser.find("use").getText().contains("Het mag niet meer worden gebruikt."));
    }

    /** The same lines as the server's, before and after she answers: the page has no words of its own for them. */
    /** The page opened with what she had allowed, and said nowhere above that none of it counts. */
    @Test
    @Requirement("R36")
    void whoeverHadEverythingStoppedReadsThatFirst() {
        Asked asked = site.signedUp("Petra Paused");
        site.office()
                .officer()
                .post("/api/persons/" + asked.person() + "/restriction")
                .orFail();
        browser.forget(Viewport.PHONE);
        browser.open(Site.page(asked));
        browser.until("to read it", () -> browser.find("stopped").getText().contains("nothing is done with your data"));
        assertThat(browser.list("return [document.querySelector('[data-testid=stopped]').getBoundingClientRect().bottom"
                        + " < document.querySelector('h1').getBoundingClientRect().top]"))
                .allMatch(above -> above.asBoolean());
        site.office()
                .officer()
                .raw("DELETE", "/api/persons/" + asked.person() + "/restriction", "")
                .orFail();
        browser.open(Site.page(asked));
        browser.find("withdraw");
        assertThat(browser.shows("stopped")).isFalse();
    }

    @Test
    @Requirement("R5")
    void sheReadsWhatEachQuestionAndEachPermissionCoversInBothLanguages() {
        String person = site.office().register("Jet", "jet@example.org");
        Map<String, Object> website = new HashMap<>(Office.website(300));
        website.put("contexts", List.of("hip-surgery"));
        website.put("anySubject", true);
        website.put("territories", List.of("EEA", "GB"));
        Asked asked = site.office().ask(person, site.notice(), List.of(website));
        open(asked);
        browser.find("asks");
        for (String language : List.of("en", "nl")) {
            click("language-" + language);
            browser.until("to read it", () -> reads(asked, "asks", "fieldset[data-ask] .small", language));
        }
        assertThat(browser.css("fieldset[data-ask] .small").getText())
                .contains(
                        "“Heupoperatie”",
                        "“Open dag”",
                        "Verenigd Koninkrijk (GB)",
                        "Noorwegen",
                        "Alle foto's, van elke fotosessie");
        choose(0, "yes");
        click("continue");
        browser.until("to read it again", () -> reads(asked, "asks", "[data-testid=confirm] small", "nl"));
        browser.allCss(".confirm input[type=checkbox]").forEach(WebElement::click);
        click("send");
        site.typeCode();
        browser.find("receipt");
        for (String language : List.of("nl", "en")) {
            click("language-" + language);
            browser.until("to read it", () -> reads(asked, "grants", Chromium.selector("covers"), language));
        }
        assertThat(browser.find("covers").getText()).contains("“Hip surgery”", "“Open day”", "United Kingdom (GB)");
    }

    private boolean reads(Asked asked, String list, String where, String language) {
        List<String> lines = site.office()
                .visitor()
                .get(asked.page())
                .orFail()
                .json()
                .path(list)
                .path(0)
                .path("says")
                .path(language)
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        return lines.size() == 5 && browser.css(where).getText().equals(String.join("\n", lines));
    }

    private void giveEverything() {
        choose(0, "yes");
        choose(1, "yes");
        click("continue");
        click("confirm-0");
        click("send");
        clicks++;
        site.typeCode();
    }

    private void open(Asked asked) {
        browser.open(Site.page(asked));
    }

    private void click(String testId) {
        clicks++;
        browser.click(testId);
    }

    /** A finger touches the word, not the hidden circle beside it. */
    private void choose(int ask, String answer) {
        clicks++;
        browser.clickCss("label:has(" + Chromium.selector("ask-" + ask + "-" + answer) + ")");
    }

    private long missing() {
        return browser.allCss(".missing-text").stream()
                .filter(WebElement::isDisplayed)
                .count();
    }

    private String state(Asked asked) {
        return site.office().visitor().get(asked.page()).orFail().text("state");
    }

    private List<String> grants(Asked asked) {
        return site.office().visitor().get(asked.page()).orFail().list("grants").stream()
                .map((JsonNode grant) -> grant.path("status").asString())
                .toList();
    }
}
