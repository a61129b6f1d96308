package org.quitclaim.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.access.Scope;
import org.quitclaim.vault.VaultException;

@Requirement("R70")
class DenyByDefaultTest extends AccessTest {
    private static final EnumSet<Role> PEOPLE = EnumSet.complementOf(EnumSet.of(Role.SERVICE));

    @ParameterizedTest
    @ValueSource(strings = {"/sample/unmarked", "/sample/both", "/sample/nobody", "/sample/service"})
    void whatIsNotClearlyMarkedIsRefusedForEverybody(String path) throws VaultException {
        assertThat(browser().get(path).status()).isEqualTo(401);
        for (Role role : PEOPLE) {
            Browser.Answer answer = loggedInAs(role).get(path);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("access.not-allowed");
        }
        String token = SampleAdmission.token(
                        tokens, EnumSet.complementOf(EnumSet.of(Role.ADMIN)), EnumSet.allOf(Scope.class))
                .secret();
        assertThat(browser().bearer(token).get(path).status()).isEqualTo(403);
    }

    @Test
    void unknownAddressesSayNothingToStrangers() {
        Browser.Answer stranger = browser().get("/api/no-such-thing");
        Browser.Answer known = loggedInAs(Role.EDITOR).get("/api/no-such-thing");

        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.code()).isEqualTo("access.login-needed");
        assertThat(known.status()).isEqualTo(404);
        assertThat(known.code()).isEqualTo("request.unknown-path");
    }

    @Test
    void aKnownAddressWithAnotherMethodSaysNothingToStrangers() {
        assertThat(browser().delete("/sample/editors").status()).isEqualTo(401);

        Browser.Answer known = loggedInAs(Role.EDITOR).delete("/sample/editors");

        assertThat(known.status()).isEqualTo(405);
        assertThat(known.code()).isEqualTo("request.method-not-allowed");
        assertThat(known.header("Allow")).contains("GET", "POST");
    }

    @Test
    void onlyTheRoleThatIsNamedMayCall() {
        for (Role role : PEOPLE) {
            assertThat(loggedInAs(role).get("/sample/editors").status()).isEqualTo(role == Role.EDITOR ? 200 : 403);
        }
        assertThat(browser().get("/sample/editors").status()).isEqualTo(401);
    }

    @Test
    void publicRoutesAreForAnybody() {
        assertThat(browser().get("/sample/public").text()).isEqualTo("nobody");
        assertThat(loggedInAs(Role.AUDITOR).get("/sample/public").text()).startsWith("acc_");
    }

    @Test
    void ofTheActuatorOnlyHealthAnswers() {
        assertThat(browser().get("/actuator/health").status()).isEqualTo(200);
        assertThat(browser().get("/actuator/env").status()).isEqualTo(401);
        assertThat(loggedInAs(Role.ADMIN).get("/actuator/env").status()).isEqualTo(403);
        assertThat(loggedInAs(Role.ADMIN).get("/actuator").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//sample/editors",
                "/sample/editors;x=y",
                "/sample/%2e%2e/sample/editors",
                "/SAMPLE/editors",
                "/sample/editors/",
                "/sample/editors.css",
                "/x.css/../sample/editors",
                "/sample/editors%2f"
            })
    void anotherSpellingOfAnAddressOpensNothing(String path) {
        assertThat(browser().get(path).status()).isIn(400, 401, 404);
        assertThat(loggedInAs(Role.AUDITOR).get(path).status()).isIn(400, 403, 404);
    }

    @Test
    void methodsThatProbeAreRefused() {
        for (String method : new String[] {"OPTIONS", "TRACE", "PROPFIND"}) {
            assertThat(browser()
                            .send(method, "/sample/editors", BodyPublishers.noBody(), "")
                            .status())
                    .isIn(400, 401, 405);
        }
    }

    @Test
    void aBrowserIsSentToTheLoginPage() {
        Browser.Answer answer = browser().with("Accept", "text/html,*/*").get("/");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/login");
    }

    @Test
    void theRuleForTestsNamesWhatIsNotMarked() {
        assertThatThrownBy(() -> RouteRules.everyHandlerIsMarked(application))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/sample/unmarked")
                .hasMessageContaining("/sample/both")
                .hasMessageNotContaining("/sample/editors");
    }

    @Test
    @Requirement("R72")
    void administratorsReachNothingButTheirOwnWork() {
        assertThat(RouteRules.allowedFor(Role.ADMIN, application))
                .containsExactly("GET /api/accounts/me", "POST /api/accounts/me/password");
    }

    @Test
    void everyAnswerCarriesTheHeadersThatProtectIt() {
        Browser.Answer answer = browser().get("/sample/public");

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
        assertThat(browser()
                        .with("X-Forwarded-Proto", "https")
                        .get("/sample/public")
                        .header("Strict-Transport-Security"))
                .contains("max-age");
    }

    @Test
    void aChangeUnderASessionNeedsTheForgeryToken() {
        Browser browser = loggedInAs(Role.EDITOR);
        assertThat(browser.post("/sample/editors", Map.of()).status()).isEqualTo(200);

        Browser.Answer forged = browser.withoutForgeryHeader().post("/sample/editors", Map.of());

        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.code()).isEqualTo("access.forgery-check");
    }

    @Test
    void aGuessedForgeryTokenIsRefused() {
        Browser browser = loggedInAs(Role.EDITOR).withoutForgeryHeader().with("X-XSRF-TOKEN", "guessed");

        assertThat(browser.post("/sample/editors", Map.of()).code()).isEqualTo("access.forgery-check");
    }

    @Test
    void publicRoutesRestOnNoSessionAndNeedNoForgeryToken() {
        assertThat(loggedInAs(Role.EDITOR)
                        .withoutForgeryHeader()
                        .post("/sample/q/abc", Map.of())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void loggingOutNeedsTheForgeryTokenToo() {
        Browser browser = loggedInAs(Role.EDITOR).withoutForgeryHeader();

        assertThat(browser.post("/logout", Map.of()).status()).isEqualTo(403);
        assertThat(browser.get("/sample/editors").status()).isEqualTo(200);
    }
}
