package org.quitclaim.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quitclaim.access.AccessTest;
import org.quitclaim.access.Browser;
import org.quitclaim.access.Role;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.VaultException;
import tools.jackson.databind.JsonNode;

class AccountTest extends AccessTest {
    private static final String OWN = "four plain words here";

    private JsonNode made(String login, String role) {
        Browser.Answer answer =
                loggedInAs(Role.ADMIN).post("/api/accounts", Map.of("login", login, "roles", List.of(role)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    @Test
    void aOneTimePasswordOpensNothingUntilItIsReplaced() {
        String oneTime =
                made("new.editor@example.org", "EDITOR").path("oneTimePassword").asString();
        Browser browser = browser();

        assertThat(browser.logIn("new.editor@example.org", oneTime)
                        .json()
                        .path("mustChangePassword")
                        .asBoolean())
                .isTrue();
        assertThat(browser.get("/sample/editors").code()).isEqualTo("access.password-change-needed");
        assertThat(browser.post("/api/accounts/me/password", Map.of("old", oneTime, "chosen", OWN))
                        .status())
                .isEqualTo(204);

        assertThat(browser.get("/sample/editors").status()).isEqualTo(200);
        assertThat(browser().logIn("new.editor@example.org", oneTime).status()).isEqualTo(401);
        assertThat(browser().logIn("new.editor@example.org", OWN).status()).isEqualTo(200);
    }

    @Test
    void replacingThePasswordEndsTheOtherSessions() {
        String oneTime = made("two-sessions", "EDITOR").path("oneTimePassword").asString();
        Browser here = browser();
        Browser elsewhere = browser();
        here.logIn("two-sessions", oneTime);
        elsewhere.logIn("two-sessions", oneTime);

        here.post("/api/accounts/me/password", Map.of("old", oneTime, "chosen", OWN));

        assertThat(here.get("/api/accounts/me").status()).isEqualTo(200);
        assertThat(elsewhere.get("/api/accounts/me").status()).isEqualTo(401);
    }

    @Test
    void aPasswordIsReplacedOnlyByWhoKnowsItAndOnlyByAUsableOne() {
        String oneTime = made("picky-person", "EDITOR").path("oneTimePassword").asString();
        Browser browser = browser();
        browser.logIn("picky-person", oneTime);

        assertThat(browser.post("/api/accounts/me/password", Map.of("old", "wrong", "chosen", OWN))
                        .code())
                .isEqualTo("access.wrong-login");
        for (String weak : List.of("short", "Picky-Person", "x".repeat(201), oneTime)) {
            assertThat(browser.post("/api/accounts/me/password", Map.of("old", oneTime, "chosen", weak))
                            .code())
                    .isEqualTo("access.weak-password");
        }
    }

    @Test
    void removingAnAccountEndsItsSessionsAndShredsItsName() throws VaultException {
        JsonNode made = made("gone-soon", "EDITOR");
        String id = made.path("accountId").asString();
        Browser browser = browser();
        browser.logIn("gone-soon", made.path("oneTimePassword").asString());
        assertThat(browser.get("/api/accounts/me").status()).isEqualTo(200);
        RecordId record = accounts.standing(new AccountId(id)).orElseThrow().record();

        assertThat(loggedInAs(Role.ADMIN).delete("/api/accounts/" + id).status())
                .isEqualTo(204);

        assertThat(browser.get("/api/accounts/me").status()).isEqualTo(401);
        assertThat(new StaffRecords(vault).listed()).doesNotContain(record);
        assertThat(loggedInAs(Role.ADMIN).get("/api/accounts").text()).doesNotContain("gone-soon");
        assertThat(loggedInAs(Role.ADMIN).delete("/api/accounts/" + id).code()).isEqualTo("access.unknown-account");
    }

    @Test
    void aLoginNameIsGivenOnce() {
        made("one-of-a-kind", "EDITOR");

        Browser.Answer again = loggedInAs(Role.ADMIN)
                .post("/api/accounts", Map.of("login", "One-Of-A-Kind", "roles", List.of("AUDITOR")));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("access.login-taken");
    }

    @Test
    @Requirement("R72")
    void whoRunsTheSystemHasNoOtherRole() {
        Browser admin = loggedInAs(Role.ADMIN);

        for (List<String> roles :
                List.of(List.of("ADMIN", "EDITOR"), List.of("SERVICE"), List.of("SERVICE", "AUDITOR"))) {
            assertThat(admin.post("/api/accounts", Map.of("login", "both-hats", "roles", roles))
                            .code())
                    .isEqualTo("access.roles-conflict");
        }
        assertThat(admin.post("/api/accounts", Map.of("login", "no-hat", "roles", List.of()))
                        .code())
                .isEqualTo("access.no-role");
    }

    @Test
    @Requirement("R71")
    void listingNamesIsWrittenDown() throws VaultException {
        made("listed-person", "EDITOR");
        Browser admin = loggedInAs(Role.ADMIN);
        AccountId viewer = new AccountId(
                admin.get("/api/accounts/me").json().path("accountId").asString());

        assertThat(admin.get("/api/accounts").text()).contains("listed-person");

        for (Standing standing : accounts.all()) {
            assertThat(vault.accesses(standing.record())).anySatisfy(access -> {
                assertThat(access.reason().who()).isEqualTo(new Accessor.Staff(viewer));
                assertThat(access.reason().why()).isEqualTo(AccessPurpose.DISPLAY);
                assertThat(access.reason().role()).isEqualTo("ADMIN");
            });
        }
    }

    @Test
    void accountsOutliveTheProcess() throws VaultException {
        String oneTime = made("comes-back", "AUDITOR").path("oneTimePassword").asString();

        Accounts afterRestart = new Accounts(vault, new StaffRecords(vault));

        assertThat(afterRestart.verify(new LoginName("comes-back"), new Password(oneTime)))
                .hasValueSatisfying(
                        standing -> assertThat(standing.mustChangePassword()).isTrue());
    }

    @Test
    void onlyAdministratorsManageAccounts() {
        for (Role role : List.of(Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR)) {
            Browser browser = loggedInAs(role);
            assertThat(browser.get("/api/accounts").status()).isEqualTo(403);
            assertThat(browser.post("/api/accounts", Map.of("login", "sneaky", "roles", List.of("ADMIN")))
                            .status())
                    .isEqualTo(403);
            assertThat(browser.post("/api/service-tokens", Map.of("roles", List.of("ADMIN")))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void guessingTheOldPasswordIsLimitedToo() {
        String oneTime = made("guessed-at", "EDITOR").path("oneTimePassword").asString();
        Browser browser = browser();
        browser.logIn("guessed-at", oneTime);
        for (int i = 0; i < 5; i++) {
            browser.post("/api/accounts/me/password", Map.of("old", "guess " + i, "chosen", OWN));
        }

        assertThat(browser.post("/api/accounts/me/password", Map.of("old", oneTime, "chosen", OWN))
                        .code())
                .isEqualTo("access.too-many-attempts");
    }
}
