package org.quitclaim.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.access.SampleAdmission.Token;
import org.quitclaim.access.account.StaffRecords;
import org.quitclaim.access.token.ServiceTokens;
import org.quitclaim.domain.vault.TokenId;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.VaultException;

class ServiceTokenTest extends AccessTest {
    private static final AccessReason READING =
            new AccessReason(new Accessor.SystemTask("test"), "SERVICE", AccessPurpose.DISPLAY);

    private Token editor() throws VaultException {
        return SampleAdmission.token(tokens, Set.of(Role.EDITOR), Set.of());
    }

    @Test
    void aTokenDoesWhatItsRolesAllowWithoutSessionOrForgeryToken() throws VaultException {
        Token made = editor();
        Browser machine = browser().bearer(made.secret());

        assertThat(made.secret()).matches("qct_[A-Za-z0-9_-]{43}");
        assertThat(machine.get("/sample/editors").text()).isEqualTo(made.id() + " as EDITOR");
        assertThat(machine.post("/sample/editors", Map.of()).status()).isEqualTo(200);
        assertThat(machine.get("/sample/editors").setCookies()).isEmpty();
        assertThat(machine.get("/sample/nobody").status()).isEqualTo(403);
        assertThat(machine.get("/api/accounts/me").json().path("roles").values())
                .extracting(r -> r.asString())
                .containsExactly("EDITOR", "SERVICE");
    }

    @Test
    void aSecretThatNobodyAdmittedOpensNothing() throws VaultException {
        String secret = tokens.seal(IdMint.mint(TokenId.PREFIX, TokenId::new), "asked for");

        assertThat(browser().bearer(secret).get("/api/accounts/me").status()).isEqualTo(401);
    }

    @Test
    void aClosedTokenIsRefusedAtOnceAndStillHasItsName() throws VaultException {
        Token made = editor();
        Browser machine = browser().bearer(made.secret());
        assertThat(machine.get("/sample/editors").status()).isEqualTo(200);

        tokens.close(made.id());

        assertThat(machine.get("/sample/editors").status()).isEqualTo(401);
        assertThat(tokens.name(made.id(), READING)).hasValue("sample");
        tokens.forget(made.id());
        assertThat(tokens.name(made.id(), READING)).isEmpty();
    }

    @Test
    void aTokenEnds() throws VaultException {
        TokenId id = IdMint.mint(TokenId.PREFIX, TokenId::new);
        String secret = tokens.seal(id, "ends");
        tokens.admit(id, Set.of(Role.EDITOR), Set.of(), clock.instant().plus(Duration.ofDays(1)));
        assertThat(tokens.verify(secret)).isPresent();

        clock.advance(Duration.ofDays(1));

        assertThat(tokens.verify(secret)).isEmpty();
    }

    @Test
    void whoeverHoldsASecretThatIsKeptIsToldWhyItOpensNothing() throws VaultException {
        TokenId waits = IdMint.mint(TokenId.PREFIX, TokenId::new);
        String waiting = tokens.seal(waits, "waits");
        tokens.await(waits, clock.instant().plus(Duration.ofDays(1)), () -> true);
        TokenId ends = IdMint.mint(TokenId.PREFIX, TokenId::new);
        String over = tokens.seal(ends, "over");
        tokens.admit(ends, Set.of(Role.EDITOR), Set.of(), clock.instant());
        Token doubted = editor();
        tokens.doubt(doubted.id());
        Token damaged = editor();
        tokens.damaged(damaged.id());

        assertThat(code(waiting)).isEqualTo("access.token-waits");
        assertThat(code(over)).isEqualTo("access.token-over");
        assertThat(code(doubted.secret())).isEqualTo("access.in-doubt");
        assertThat(code(damaged.secret())).isEqualTo("history.stream-damaged");
        assertThat(browser()
                        .bearer(waiting)
                        .get("/sample/editors")
                        .json()
                        .path("detail")
                        .asString())
                .contains("a second person", "an officer", "/accounts.html")
                .endsWith(clock.instant().plus(Duration.ofDays(1)).toString());

        tokens.admit(waits, Set.of(Role.EDITOR), Set.of(), SampleAdmission.FAR);

        assertThat(browser().bearer(waiting).get("/sample/editors").status()).isEqualTo(200);
    }

    @Test
    void aSecretThatWillNeverOpenAnythingIsAsGoodAsAnyOther() throws VaultException {
        Token revoked = editor();
        tokens.close(revoked.id());
        TokenId lapsed = IdMint.mint(TokenId.PREFIX, TokenId::new);
        String late = tokens.seal(lapsed, "nobody agreed in time");
        tokens.await(lapsed, clock.instant(), () -> true);
        TokenId orphan = IdMint.mint(TokenId.PREFIX, TokenId::new);
        String askedByNobody = tokens.seal(orphan, "whoever asked is gone");
        tokens.await(orphan, clock.instant().plus(Duration.ofDays(1)), () -> false);

        for (String secret : List.of(revoked.secret(), late, askedByNobody)) {
            assertThat(code(secret)).isEqualTo("access.login-needed");
        }
    }

    private String code(String secret) {
        Browser.Answer refused = browser().bearer(secret).get("/sample/editors");
        assertThat(refused.status()).isIn(401, 409, 503);
        return refused.code();
    }

    @Test
    void theLastUseIsKnownToTheHourAndOutlivesTheProcess() throws VaultException {
        Token made = editor();
        assertThat(tokens.lastUse(made.id())).isEmpty();

        tokens.verify(made.secret());
        tokens.saveLastUses();

        assertThat(new ServiceTokens(vault, new StaffRecords(vault), clock).lastUse(made.id()))
                .hasValueSatisfying(used -> assertThat(Duration.between(used, clock.instant()))
                        .isBetween(Duration.ZERO, Duration.ofHours(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "qct_", "qct_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "Zm9v", "qct_é"})
    void aWrongTokenIsRefusedEvenWhereNoneIsNeeded(String token) {
        assertThat(browser().bearer(token).get("/sample/editors").status()).isEqualTo(401);
        assertThat(browser().bearer(token).get("/sample/public").code()).isEqualTo("access.login-needed");
    }

    @Test
    void aWrongTokenIsNotMadeGoodByASession() {
        assertThat(loggedInAs(Role.EDITOR)
                        .bearer("qct_wrong")
                        .get("/sample/editors")
                        .status())
                .isEqualTo(401);
    }
}
