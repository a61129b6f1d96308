package org.quitclaim.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quitclaim.access.AccessTest;
import org.quitclaim.access.Browser;
import org.quitclaim.access.Role;
import org.quitclaim.access.SampleAdmission;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.VaultException;

class AccountTest extends AccessTest {
    private static final AccessReason READING =
            new AccessReason(new Accessor.SystemTask("test"), "SERVICE", AccessPurpose.DISPLAY);
    private static final String OWN = "four plain words here";

    /** @return its one-time password */
    private String made(String login) throws VaultException {
        Password password = Password.random();
        new SampleAdmission(accounts).add(login, Role.EDITOR, password);
        return password.value();
    }

    @Test
    void aOneTimePasswordOpensNothingUntilItIsReplaced() throws VaultException {
        String oneTime = made("new.editor@example.org");
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
    void replacingThePasswordEndsTheOtherSessions() throws VaultException {
        String oneTime = made("two-sessions");
        Browser here = browser();
        Browser elsewhere = browser();
        here.logIn("two-sessions", oneTime);
        elsewhere.logIn("two-sessions", oneTime);

        here.post("/api/accounts/me/password", Map.of("old", oneTime, "chosen", OWN));

        assertThat(here.get("/api/accounts/me").status()).isEqualTo(200);
        assertThat(elsewhere.get("/api/accounts/me").status()).isEqualTo(401);
    }

    @Test
    void aPasswordIsReplacedOnlyByWhoKnowsItAndOnlyByAUsableOne() throws VaultException {
        String oneTime = made("picky-person");
        Browser browser = browser();
        browser.logIn("picky-person", oneTime);

        assertThat(browser.post("/api/accounts/me/password", Map.of("old", "wrong", "chosen", OWN))
                        .code())
                .isEqualTo("access.wrong-login");
        for (String weak : List.of("short", "Picky-Person", "x".repeat(201))) {
            assertThat(browser.post("/api/accounts/me/password", Map.of("old", oneTime, "chosen", weak))
                            .code())
                    .isEqualTo("access.weak-password");
        }
    }

    /** Each refusal names its cause: "12 to 200 characters" was said of a password of sixteen. */
    @Test
    void aPasswordOfOneCharacterAndTheOneThatWasGivenAreRefusedForWhatTheyAre() throws VaultException {
        String oneTime = made("held-key");
        Browser browser = browser();
        browser.logIn("held-key", oneTime);
        assertThat(browser.post("/api/accounts/me/password", Map.of("old", oneTime, "chosen", "a".repeat(16)))
                        .code())
                .isEqualTo("access.monotonous-password");
        for (String same : List.of(oneTime, oneTime.replace("-", ""))) {
            assertThat(browser.post("/api/accounts/me/password", Map.of("old", oneTime, "chosen", same))
                            .code())
                    .isEqualTo("access.same-password");
        }
    }

    /** Two people hand over half of one each, and nobody says how the halves are joined. */
    @Test
    void theGroupsOfAOneTimePasswordMayBeJoinedInAnyWay() throws VaultException {
        String oneTime = made("joined-halves");
        for (String typed : List.of(
                oneTime, oneTime.replace("-", ""), oneTime.replace("-", " "), " " + oneTime.replace("-", " - "))) {
            assertThat(browser().logIn("joined-halves", typed).status()).isEqualTo(200);
        }
        Browser browser = browser();
        browser.logIn("joined-halves", oneTime);
        browser.post("/api/accounts/me/password", Map.of("old", oneTime.replace("-", " "), "chosen", OWN));

        assertThat(browser().logIn("joined-halves", OWN).status()).isEqualTo(200);
        assertThat(browser().logIn("joined-halves", OWN.replace(" ", "-")).status())
                .as("a password of one's own is what was typed")
                .isEqualTo(401);
    }

    @Test
    void guessingTheOldPasswordIsLimitedToo() throws VaultException {
        String oneTime = made("guessed-at");
        Browser browser = browser();
        browser.logIn("guessed-at", oneTime);
        for (int i = 0; i < 5; i++) {
            browser.post("/api/accounts/me/password", Map.of("old", "guess " + i, "chosen", OWN));
        }

        assertThat(browser.post("/api/accounts/me/password", Map.of("old", oneTime, "chosen", OWN))
                        .code())
                .isEqualTo("access.too-many-attempts");
    }

    @Test
    void whoKnowsTheOldPasswordMayBeRefusedAnyNumberOfNewOnes() throws VaultException {
        String oneTime = made("choosing");
        Browser browser = browser();
        browser.logIn("choosing", oneTime);
        for (int i = 0; i < 7; i++) {
            assertThat(browser.post("/api/accounts/me/password", Map.of("old", oneTime, "chosen", "short"))
                            .code())
                    .isEqualTo("access.weak-password");
        }
        assertThat(browser.post("/api/accounts/me/password", Map.of("old", oneTime, "chosen", OWN))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aClosedAccountEndsItsSessionsFreesItsLoginAndStillSaysWhoItWas() throws VaultException {
        Password password = Password.random();
        AccountId id = new SampleAdmission(accounts).add("gone-soon", Role.EDITOR, password);
        Browser browser = browser();
        browser.logIn("gone-soon", password.value());
        assertThat(browser.get("/api/accounts/me").status()).isEqualTo(200);

        accounts.close(id);

        assertThat(browser.get("/api/accounts/me").status()).isEqualTo(401);
        assertThat(browser().logIn("gone-soon", password.value()).status()).isEqualTo(401);
        assertThat(accounts.name(id, READING))
                .hasValueSatisfying(who -> assertThat(who.name()).isEqualTo("gone-soon"));
        made("gone-soon");
        accounts.forget(id);
        assertThat(accounts.name(id, READING)).isEmpty();
    }

    @Test
    void otherRolesEndTheSessionsOfTheFormerOnes() throws VaultException {
        Password password = Password.random();
        AccountId id = new SampleAdmission(accounts).add("promoted", Role.EDITOR, password);
        Browser browser = browser();
        browser.logIn("promoted", password.value());

        accounts.admit(id, Set.of(Role.AUDITOR));

        assertThat(browser.get("/api/accounts/me").status()).isEqualTo(401);
    }

    @Test
    void aRecordAloneOpensNothing() throws VaultException {
        String oneTime = made("comes-back");
        LoginName login = new LoginName("comes-back");
        Accounts afterRestart = new Accounts(vault, new StaffRecords(vault));
        assertThat(afterRestart.verify(login, new Password(oneTime))).isEmpty();

        afterRestart.held().forEach(id -> afterRestart.admit(id, Set.of(Role.EDITOR)));

        assertThat(afterRestart.verify(login, new Password(oneTime)))
                .hasValueSatisfying(
                        standing -> assertThat(standing.mustChangePassword()).isTrue());
    }

    @Test
    void eachOfTwoPeopleHoldsHalfOfAOneTimePassword() {
        OneTimePassword one = OneTimePassword.of(vault.secrets(), "one request");
        OneTimePassword other = OneTimePassword.of(vault.secrets(), "another request");

        assertThat(one.whole().value())
                .isEqualTo(one.first().value() + one.second().value());
        assertThat(List.of(one.first(), one.second(), other.first(), other.second()))
                .doesNotHaveDuplicates()
                .allSatisfy(half -> assertThat(half.value()).matches("[a-z2-9]{6}-[a-z2-9]{6}"));
    }
}
