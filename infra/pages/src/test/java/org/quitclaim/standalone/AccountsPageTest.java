package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.quitclaim.access.FirstAdminAnnouncement;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.NeedsBrowser;
import org.quitclaim.standalone.browser.Reading;
import org.quitclaim.standalone.browser.Viewport;
import org.springframework.context.support.GenericApplicationContext;

/** The first minutes of a new organisation in a real browser: from the password on the terminal to people who work. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccountsPageTest {
    private static final String PATH = "/accounts.html";
    private static final String OWN = "four plain words here";

    private final Map<String, String> announced = new HashMap<>();
    private Server server;
    private Chromium browser;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = new Server(Server.application(Running.options(folder.resolve("data")))
                .initializers((GenericApplicationContext context) ->
                        context.registerBean(FirstAdminAnnouncement.class, () -> announced::put))
                .run());
        browser = Chromium.at(server.address());
    }

    @AfterAll
    void stop() {
        browser.close();
        server.close();
    }

    @AfterEach
    void nothingWentElsewhere() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests())
                .isNotEmpty()
                .allMatch(address ->
                        address.getAuthority().equals(server.address().getAuthority()));
    }

    /** A typing error in a password that only one person has would shut everybody out. */
    @Test
    @Order(1)
    void the_administrator_chooses_a_password_typed_twice_and_is_led_to_the_accounts() {
        browser.forget(Viewport.DESK);
        oneTime("admin", Objects.requireNonNull(announced.get("admin"), "it was announced"));
        browser.css("#change [name=chosen]").sendKeys(OWN);
        browser.css("#change [name=again]").sendKeys(OWN + "r", Keys.ENTER);
        browser.until("to be told", () -> browser.css("#message").getText().contains("not the same"));
        assertThat(browser.css("#change [name=chosen]").getDomProperty("type")).isEqualTo("password");
        browser.clickCss("#change [name=shown]");
        assertThat(browser.css("#change [name=again]").getDomProperty("type")).isEqualTo("text");
        browser.css("#change [name=again]").sendKeys(Keys.BACK_SPACE, Keys.ENTER);
        browser.until("to be let in", () -> browser.address().getPath().equals("/"));

        browser.tabTo("accounts");
        browser.press(Keys.ENTER);
        browser.until("to see oneself", () -> account("admin").getText().contains("this is you"));
        assertThat(browser.shows("end-account"))
                .as("nobody ends themselves here")
                .isFalse();
    }

    @Test
    @Order(2)
    void two_officers_are_made_alone_and_from_then_on_it_takes_two() {
        logIn("admin", Viewport.DESK);
        browser.open(PATH);
        String bea = made("bea", "COMPLIANCE_OFFICER", "one-time-password");
        String carl = made("carl", "COMPLIANCE_OFFICER", "one-time-password");
        browser.until("to be marked", () -> account("carl").getText().contains("On the word of admin alone"));
        browser.open(PATH);
        assertThat(account("bea").getText()).contains("Has not chosen a password yet");
        assertThat(browser.shows("one-time-password")).as("it was shown once").isFalse();
        own("bea", bea);
        own("carl", carl);
        logIn("admin", Viewport.DESK);
        browser.open(PATH);
        assertThat(browser.find("nobody-agrees").getText()).contains("stands on your word alone");
        assertThat(browser.shows("make")).as("a form that would be refused").isFalse();

        logIn("bea", Viewport.DESK);
        browser.open(PATH);
        String first = made("paula", "PHOTOGRAPHER", "password-half");
        assertThat(browser.find("needs-agreement").getText()).contains("Somebody else must agree");
        logIn("carl", Viewport.DESK);
        browser.open(PATH);
        assertThat(account("paula").getText()).contains("bea asks for this account (Photographer)");
        browser.tabTo("agree");
        browser.press(Keys.ENTER);
        String second = secret("password-half");
        assertThat(account("paula").getText()).contains("bea asked, carl agreed", "stand on the word of admin");
        own("paula", first + "-" + second);
        browser.find("drop");
        assertThat(browser.shows("accounts")).as("not for photographers").isFalse();
    }

    @Test
    @Order(3)
    void roles_are_taken_away_and_an_account_is_ended_by_who_read_what_that_does() {
        logIn("admin", Viewport.DESK);
        browser.open(PATH);
        browser.until("to be there", () -> account("paula").isDisplayed());
        browser.clickCss("[data-login=paula] [data-testid=end-account]");
        browser.find("sure");
        browser.click("sure-no");
        browser.until("the dialog to close", () -> !browser.shows("sure"));
        assertThat(browser.shows("sure")).isFalse();
        assertThat(account("paula").getText()).contains("Active");
        browser.clickCss("[data-login=carl] [data-testid=end-account]");
        assertThat(browser.find("sure").getText()).contains("Compliance officers that are left: 1");
        browser.click("sure-no");
        browser.until("the dialog to close", () -> !browser.shows("sure"));
        browser.clickCss("[data-login=paula] [data-testid=end-account]");
        browser.click("sure-yes");
        browser.until(
                "it to be gone", () -> browser.allCss("[data-login=paula]").isEmpty());

        browser.clickCss("[data-login=carl] [data-testid=new-password]");
        browser.until("to read that nobody could agree", () -> browser.text().contains("Nobody here could agree"));
        logIn("bea", Viewport.DESK);
        browser.open(PATH);
        browser.until("to be there", () -> account("carl").isDisplayed());
        String half = press("[data-login=carl] [data-testid=new-password]", "password-half");
        assertThat(half).isNotBlank();
        assertThat(account("carl").getText()).contains("bea asks for a new one-time password");
    }

    @Test
    @Order(4)
    void a_token_is_made_with_scopes_shown_once_and_ended() {
        logIn("admin", Viewport.DESK);
        browser.open(PATH);
        browser.type(Chromium.selector("token-name"), "cms");
        browser.click("scopes-READ_STATUS");
        browser.click("make-token");
        String secret = secret("token-secret");
        Client machine = Client.visitor(server.address()).bearer(secret);
        machine.get("/api/takedowns").orFail();
        browser.open(PATH);
        browser.until("to be listed", () -> browser.find("token").getText().contains("Read how photos and uses stand"));
        assertThat(browser.find("token").getText()).contains("On the word of admin alone");
        assertThat(browser.shows("token-secret")).isFalse();
        browser.click("end-token");
        browser.click("sure-yes");
        browser.until("it to be gone", () -> browser.all("token").isEmpty());
        assertThat(machine.get("/api/takedowns").status()).isEqualTo(401);
    }

    /** Nobody could see who asked, nor that both who made it stand on one word. */
    @Test
    @Order(5)
    void whoAgreesToATokenReadsWhoAsksAndAfterwardsWhoseWordItStandsOn() {
        logIn("bea", Viewport.DESK);
        browser.open(PATH);
        browser.type(Chromium.selector("token-name"), "printer");
        browser.click("scopes-RELEASE_FILE");
        browser.click("make-token");
        secret("token-secret");
        logIn("carl", Viewport.DESK);
        browser.open(PATH);
        browser.until("to read who asks", () -> browser.find("token").getText().contains("bea asks for it"));
        browser.click("agree-token");
        browser.until(
                "to read whose word it is",
                () -> browser.find("token").getText().contains("bea asked, carl agreed")
                        && browser.find("token").getText().contains("on the word of admin"));
    }

    @Test
    @Order(6)
    void it_can_be_read_and_heard_on_a_phone_in_both_languages() {
        logIn("bea", Viewport.PHONE);
        browser.open(PATH);
        browser.find("make-account");
        browser.click("make-account");
        Reading reading = new Reading(browser);
        SoftAssertions softly = new SoftAssertions();
        for (String scheme : List.of("light", "dark")) {
            browser.colours(scheme);
            softly.assertThat(reading.poorContrast()).as(scheme).isEmpty();
        }
        softly.assertThat(reading.nameless()).isEmpty();
        softly.assertThat(reading.widerThanTheScreen()).isEmpty();
        softly.assertAll();
        browser.click("language");
        browser.until("to read Dutch", () -> browser.text().contains("Mensen die hier werken"));
        assertThat(browser.text())
                .contains("Beheerder", "Machines die hier werken")
                .doesNotContain("accounts.", "tokens.");
    }

    private String made(String login, String role, String shown) {
        browser.type(Chromium.selector("new-login"), login);
        browser.clickCss(Chromium.selector("make") + " " + Chromium.selector("roles-" + role));
        return press(Chromium.selector("make-account"), shown);
    }

    private String press(String button, String shown) {
        browser.run("document.querySelectorAll('.fresh').forEach(one => one.remove())");
        browser.clickCss(button);
        return secret(shown);
    }

    private String secret(String testId) {
        return Objects.requireNonNull(browser.find(testId).getDomProperty("value"));
    }

    private WebElement account(String login) {
        return browser.css("[data-login=" + login + "]");
    }

    private void oneTime(String login, String password) {
        browser.open("/login");
        browser.css("#login [name=login]").sendKeys(login);
        browser.css("#login [name=password]").sendKeys(password, Keys.ENTER);
        browser.until(
                "to be asked for a password of one's own",
                () -> browser.css("#change [name=chosen]").isDisplayed());
    }

    private void own(String login, String password) {
        browser.forget(Viewport.DESK);
        oneTime(login, password);
        browser.css("#change [name=chosen]").sendKeys(OWN);
        browser.css("#change [name=again]").sendKeys(OWN, Keys.ENTER);
        browser.until("to be let in", () -> browser.address().getPath().equals("/"));
    }

    private void logIn(String login, Viewport screen) {
        browser.forget(screen);
        browser.open("/login");
        browser.css("#login [name=login]").sendKeys(login);
        browser.css("#login [name=password]").sendKeys(OWN, Keys.ENTER);
        browser.until("to be let in", () -> browser.address().getPath().equals("/"));
    }
}
