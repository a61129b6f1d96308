package org.quitclaim.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quitclaim.access.AccessTest;
import org.quitclaim.access.Browser;
import org.quitclaim.access.Role;

class LoginTest extends AccessTest {
    @Test
    void theRightPasswordBeginsASession() {
        Browser browser = browser();

        Browser.Answer answer = browser.logIn("editor", "demo-editor");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("roles").values())
                .extracting(r -> r.asString())
                .containsExactly("EDITOR");
        String id = answer.json().path("accountId").asString();
        assertThat(browser.get("/sample/editors").text()).isEqualTo(id + " as EDITOR");
        assertThat(browser.get("/api/accounts/me").json().path("accountId").asString())
                .isEqualTo(id);
    }

    @Test
    void loginNamesAreFoundWhateverTheirCase() {
        assertThat(browser().logIn(" EDITOR ", "demo-editor").status()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
        Browser.Answer wrong = browser().logIn("editor", "not this one");
        Browser.Answer unknown = browser().logIn("nobody-here", "not this one");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("access.wrong-login");
        assertThat(unknown.text()).isEqualTo(wrong.text());
        assertThat(wrong.setCookies()).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
    }

    @Test
    void theSessionCookieIsOutOfReachOfProgramsAndOtherSites() {
        Browser.Answer answer = browser().logIn("editor", "demo-editor");

        assertThat(answer.setCookies())
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
    }

    @Test
    void cookiesAreSecureWhenTheRequestCameByHttps() {
        Browser.Answer answer = browser().with("X-Forwarded-Proto", "https").logIn("editor", "demo-editor");

        assertThat(answer.setCookies()).isNotEmpty().allMatch(cookie -> cookie.contains("Secure"));
    }

    @Test
    void loggingInRenewsTheSessionIdAndTheForgeryToken() {
        Browser browser = loggedInAs(Role.EDITOR);
        String session = browser.cookie("JSESSIONID");
        String forgery = browser.cookie("XSRF-TOKEN");

        browser.logIn("editor", "demo-editor");

        assertThat(browser.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(session);
        browser.get("/api/accounts/me");
        assertThat(browser.cookie("XSRF-TOKEN")).isNotEmpty().isNotEqualTo(forgery);
    }

    @Test
    void aSessionIdThatSomebodyPlantedIsNotTakenOver() {
        Browser browser = browser();
        browser.plantCookie("JSESSIONID", "0123456789ABCDEF0123456789ABCDEF");

        browser.logIn("editor", "demo-editor");

        assertThat(browser.cookie("JSESSIONID")).isNotEqualTo("0123456789ABCDEF0123456789ABCDEF");
    }

    @Test
    void loggingOutEndsTheSession() {
        Browser browser = loggedInAs(Role.EDITOR);
        String session = browser.cookie("JSESSIONID");

        assertThat(browser.post("/logout", Map.of()).status()).isEqualTo(204);

        browser.plantCookie("JSESSIONID", session);
        assertThat(browser.get("/sample/editors").status()).isEqualTo(401);
    }

    @Test
    void theFormWorksWithoutAnyProgramInTheBrowser() {
        Browser browser = browser().withoutForgeryHeader();
        String page = browser.get("/login").text();
        Matcher field = Pattern.compile("name=\"(_csrf)\" value=\"([^\"]+)\"").matcher(page);
        assertThat(field.find()).isTrue();

        Browser.Answer answer = browser.postForm(
                "/login", Map.of("login", "editor", "password", "demo-editor", field.group(1), field.group(2)));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/");
        assertThat(browser.get("/sample/editors").status()).isEqualTo(200);
    }

    @Test
    void theFormOfAnotherSiteLogsNobodyIn() {
        Browser.Answer answer = browser().postForm("/login", Map.of("login", "editor", "password", "demo-editor"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("access.forgery-check");
    }

    @Test
    void thePageSpeaksTheReadersLanguage() {
        assertThat(browser().get("/login").text()).contains("lang=\"en\"", "Password");
        assertThat(browser()
                        .with("Accept-Language", "nl-NL,nl;q=0.9,en;q=0.8")
                        .get("/login")
                        .text())
                .contains("lang=\"nl\"", "Wachtwoord");
        assertThat(browser().with("Accept-Language", "nl").get("/login?lang=en").text())
                .contains("lang=\"en\"");
    }

    @Test
    void whatThePageNeedsIsServedWithoutALogin() {
        assertThat(browser().get("/access/login.css").status()).isEqualTo(200);
        assertThat(browser().get("/access/login.js").status()).isEqualTo(200);
        assertThat(browser().get("/login").text())
                .doesNotContain("{{")
                .contains("For everybody, en: &lt;all&gt;", "demo-editor");
    }

    @Test
    void afterFiveFailuresEvenTheRightPasswordHasToWait() {
        for (int i = 0; i < FailedLogins.PER_ACCOUNT_AND_ADDRESS; i++) {
            assertThat(browser().logIn("photographer", "wrong " + i).status()).isEqualTo(401);
        }

        Browser.Answer answer = browser().logIn("photographer", "demo-photographer");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("access.too-many-attempts");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 901);
        assertThat(browser().logIn("editor", "demo-editor").status()).isEqualTo(200);
        clock.advance(FailedLogins.WINDOW);
        assertThat(browser().logIn("photographer", "demo-photographer").status())
                .isEqualTo(200);
    }

    /** The forgery token of before the login is gone, and the answer to the login brings the next one. */
    @Test
    void whatFollowsTheLoginNeedsNoOtherRequestInBetween() {
        Browser browser = browser();
        browser.get("/login");
        browser.logIn("editor", "demo-editor");

        assertThat(browser.post("/sample/editors", Map.of()).status()).isEqualTo(200);
        assertThat(browser.post("/api/accounts/me/password", Map.of("old", "not this", "chosen", "x".repeat(20)))
                        .code())
                .isEqualTo("access.wrong-login");
    }

    @Test
    void aClientThatNeverLoadedThePageCanGoOnAfterTheLogin() {
        Browser browser = browser();
        browser.logIn("editor", "demo-editor");

        assertThat(browser.post("/sample/editors", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void aBrowserThatLoggedInBeforeIsNotSlowedDownByOthersAtItsAddress() {
        Browser known = browser();
        known.logIn("photographer", "demo-photographer");
        for (int i = 0; i < FailedLogins.PER_ADDRESS; i++) {
            browser().logIn(i % 2 == 0 ? "photographer" : "nobody-" + i, "wrong");
        }

        assertThat(browser().logIn("photographer", "demo-photographer").status())
                .isEqualTo(429);
        assertThat(known.logIn("photographer", "demo-photographer").status()).isEqualTo(200);
    }

    @Test
    void aBrowserIsKnownForTheAccountItLoggedInToAndNotByAnInventedCookie() {
        Browser other = browser();
        other.logIn("editor", "demo-editor");
        Browser invented = browser();
        invented.plantCookie(KnownBrowsers.COOKIE, "AAAAAAAAAAAAAAAAAAAAAA.AAAA");
        for (int i = 0; i < FailedLogins.PER_ACCOUNT_AND_ADDRESS; i++) {
            browser().logIn("photographer", "wrong");
        }

        assertThat(other.logIn("photographer", "demo-photographer").status()).isEqualTo(429);
        assertThat(invented.logIn("photographer", "demo-photographer").status()).isEqualTo(429);
    }

    @Test
    void behindATrustedProxyTheSenderCountsAndNotTheProxy() {
        for (int i = 0; i < FailedLogins.PER_ACCOUNT_AND_ADDRESS; i++) {
            browser().with("X-Forwarded-For", "203.0.113.9").logIn("photographer", "wrong");
        }

        assertThat(browser()
                        .with("X-Forwarded-For", "198.51.100.1, 203.0.113.9")
                        .logIn("photographer", "demo-photographer")
                        .status())
                .isEqualTo(429);
        assertThat(browser()
                        .with("X-Forwarded-For", "203.0.113.10, 127.0.0.1")
                        .logIn("photographer", "demo-photographer")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void behindTlsBrowsersAreToldToStayThereAndRedirectsNameNoHost() {
        Browser.Answer answer = browser()
                .with("X-Forwarded-Proto", "https")
                .with("Accept", "text/html")
                .get("/sample/editors");

        assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=");
        assertThat(answer.header("Location")).isEqualTo("/login");
    }
}
