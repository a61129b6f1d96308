package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.quitclaim.access.Role;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.NeedsBrowser;
import org.quitclaim.standalone.browser.Viewport;

/** A page that is left open shows what is so by now, and loses nothing of what somebody typed, read or was shown once. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenPanelsTest {
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
    void aRequestIsSeenWithoutAReloadAndWhatWasTypedForAnotherStays() {
        Asked dora = site.signedUp("Dora Asks");
        ask(dora, Map.of("right", "ACCESS"));
        site.logIn(Role.COMPLIANCE_OFFICER, Viewport.DESK);
        browser.open("/oversight.html");
        browser.until("to see it", () -> browser.all("request").size() == 1);
        String first = Objects.requireNonNull(browser.find("request").getDomAttribute("data-request"));
        browser.run("window.neverReloaded = true");
        browser.click("request-read");
        browser.until(
                "to read it", () -> !browser.find("request-words").getText().isBlank());
        browser.type(Chromium.selector("request-answer-text"), "Sent by post");
        browser.type(Chromium.selector("dpia-reference"), "DPIA half");

        ask(site.signedUp("Ernst Asks"), Map.of("right", "PORTABILITY"));

        browser.until("to see both", () -> browser.all("request").size() == 2);
        String row = "[data-request=" + first + "] ";
        assertThat(browser.css(row + Chromium.selector("request-answer-text")).getDomProperty("value"))
                .isEqualTo("Sent by post");
        assertThat(browser.css(row + Chromium.selector("request-words")).getText())
                .isNotBlank();
        assertThat(browser.find("dpia-reference").getDomProperty("value")).isEqualTo("DPIA half");

        site.office()
                .officer()
                .post("/api/rights-requests/" + first + "/answer", Map.of("outcome", "DATA_PROVIDED"))
                .orFail();
        browser.until(
                "what a colleague answered to go", () -> browser.all("request").size() == 1);
        assertThat(browser.run("return window.neverReloaded")).isEqualTo(true);
    }

    private void ask(Asked asked, Map<String, String> right) {
        site.office().visitor().post(asked.page() + "/rights", right).orFail();
    }

    @Test
    void accountsThatOthersMakeAreSeenAndAOneTimePasswordStaysUntilItWasHandedOver() {
        site.logIn(Role.COMPLIANCE_OFFICER, Viewport.DESK);
        browser.open("/accounts.html");
        row("editor").findElement(By.cssSelector("[data-testid=new-password]")).click();
        String half = Objects.requireNonNull(browser.find("password-half").getDomProperty("value"));
        assertThat(half).isNotBlank();
        browser.type(Chromium.selector("new-login"), "half-typed");
        browser.click("roles-AUDITOR");

        site.office()
                .visitor()
                .as(Role.ADMIN)
                .post(
                        "/api/accounts",
                        Map.of("login", "newcomer", "name", "New Comer", "roles", List.of("PHOTOGRAPHER")))
                .orFail();

        browser.css("[data-login=newcomer]");
        assertThat(browser.find("password-half").getDomProperty("value")).isEqualTo(half);
        assertThat(browser.find("new-login").getDomProperty("value")).isEqualTo("half-typed");
        assertThat(browser.find("roles-AUDITOR").isSelected()).isTrue();
        browser.run("document.querySelector('[data-testid=password-half-done]').focus()");
        browser.press(Keys.ENTER);
        browser.until("it to go", () -> !browser.shows("password-half"));
    }

    private WebElement row(String login) {
        return browser.css("[data-login=" + login + "]");
    }

    @Test
    void aLinkThatWasMadeStaysWhileAFormerOneIsEndedAndGoesWithItself() {
        Asked anna = site.signedUp("Anna Links");
        site.logIn(Role.COMPLIANCE_OFFICER, Viewport.DESK);
        browser.open("/links.html");
        browser.css("#whose option[value=" + anna.person() + "]");
        browser.run(
                "const select = document.querySelector('#whose select'); select.value = arguments[0];"
                        + "select.dispatchEvent(new Event('change'))",
                anna.person());
        browser.find("link");
        browser.until(
                "to read who issued it",
                () -> !browser.find("link").getText().contains("acc_")
                        && !browser.find("link").getText().contains("a colleague"));
        browser.clickCss(Chromium.selector("again-why") + " option[value=LOST]");
        browser.click("make-link");
        browser.find("fresh-link");
        String fresh = fresh();
        end(0);
        browser.until("the former to end", () -> browser.all("end-link").size() == 1);
        assertThat(browser.shows("fresh-link")).isTrue();
        assertThat(fresh()).isEqualTo(fresh);

        site.office()
                .officer()
                .post("/api/quitclaims/" + quitclaim(anna) + "/links", Map.of("reason", "LOST"))
                .orFail();
        browser.until("to see what a colleague made", () -> browser.all("link").size() == 3);
        assertThat(browser.shows("fresh-link")).isTrue();
        assertThat(fresh()).isEqualTo(fresh);

        end(0);
        browser.until("the box to go with its link", () -> !browser.shows("fresh-link"));
    }

    /** Which of the links is said to be the new one. */
    private String fresh() {
        return String.valueOf(
                browser.run("return document.querySelector('[data-testid=is-fresh]').closest('li').dataset.keep"));
    }

    private String quitclaim(Asked asked) {
        return site.office()
                .officer()
                .get("/api/persons/" + asked.person())
                .orFail()
                .json()
                .path("quitclaims")
                .get(0)
                .path("quitclaimId")
                .asString();
    }

    private void end(int which) {
        browser.allCss(Chromium.selector("end-why") + " option[value=WRONG_ADDRESS]")
                .get(which)
                .click();
        browser.all("end-link").get(which).click();
        browser.tabTo("sure-yes");
        browser.press(Keys.ENTER);
    }
}
