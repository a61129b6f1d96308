package org.quitclaim.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.access.account.StaffRecords;
import org.quitclaim.access.token.ServiceTokens;
import org.quitclaim.domain.Requirement;
import org.quitclaim.vault.VaultException;

class ServiceTokenTest extends AccessTest {
    @Test
    void aTokenDoesWhatItsRolesAllowWithoutSessionOrForgeryToken() {
        Browser.Answer made = loggedInAs(Role.ADMIN).post("/api/service-tokens", Map.of("roles", List.of("EDITOR")));
        assertThat(made.status()).isEqualTo(201);
        String token = made.json().path("token").asString();
        String id = made.json().path("tokenId").asString();

        Browser machine = browser().bearer(token);

        assertThat(token).matches("qct_[A-Za-z0-9_-]{43}");
        assertThat(machine.get("/sample/editors").text()).isEqualTo(id + " as EDITOR");
        assertThat(machine.post("/sample/editors", Map.of()).status()).isEqualTo(200);
        assertThat(machine.get("/sample/editors").setCookies()).isEmpty();
        assertThat(machine.get("/api/accounts").status()).isEqualTo(403);
        assertThat(machine.get("/api/accounts/me").json().path("roles").values())
                .extracting(r -> r.asString())
                .containsExactly("EDITOR", "SERVICE");
    }

    @Test
    void aRevokedTokenIsRefusedAtOnce() {
        Browser admin = loggedInAs(Role.ADMIN);
        var made = admin.post("/api/service-tokens", Map.of("roles", List.of("EDITOR")))
                .json();
        Browser machine = browser().bearer(made.path("token").asString());
        assertThat(machine.get("/sample/editors").status()).isEqualTo(200);

        assertThat(admin.delete("/api/service-tokens/" + made.path("tokenId").asString())
                        .status())
                .isEqualTo(204);

        assertThat(machine.get("/sample/editors").status()).isEqualTo(401);
        assertThat(admin.delete("/api/service-tokens/" + made.path("tokenId").asString())
                        .code())
                .isEqualTo("access.unknown-token");
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

    @Test
    void tokensOutliveTheProcess() throws VaultException {
        String token = tokens.make(Set.of(Role.AUDITOR), Set.of()).token();

        ServiceTokens afterRestart = new ServiceTokens(vault, new StaffRecords(vault));

        assertThat(afterRestart.verify(token))
                .hasValueSatisfying(
                        known -> assertThat(known.actor().roles()).containsExactly(Role.AUDITOR, Role.SERVICE));
    }

    @Test
    void aRepeatedRequestGivesTheSameTokenAndNeverARevokedOne() {
        Browser admin = loggedInAs(Role.ADMIN).with("Idempotency-Key", "one");
        Map<String, Object> body = Map.of("roles", List.of("AUDITOR"));
        String id =
                admin.post("/api/service-tokens", body).json().path("tokenId").asString();

        assertThat(admin.post("/api/service-tokens", body)
                        .json()
                        .path("tokenId")
                        .asString())
                .isEqualTo(id);
        assertThat(admin.delete("/api/service-tokens/" + id).status()).isEqualTo(204);
        assertThat(admin.post("/api/service-tokens", body).code()).isEqualTo("access.unknown-token");
    }

    @Test
    @Requirement("R72")
    void aTokenForTheSystemIsNoneForThePhotos() {
        Browser admin = loggedInAs(Role.ADMIN);

        assertThat(admin.post("/api/service-tokens", Map.of("roles", List.of("ADMIN", "EDITOR")))
                        .code())
                .isEqualTo("access.roles-conflict");
        assertThat(admin.post("/api/service-tokens", Map.of("roles", List.of())).code())
                .isEqualTo("access.no-role");
    }
}
