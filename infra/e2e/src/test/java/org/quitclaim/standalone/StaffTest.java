package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.access.Role;
import org.quitclaim.access.RouteRules;
import org.quitclaim.access.account.Accounts;
import org.quitclaim.access.account.KnownAccount;
import org.quitclaim.access.token.ServiceTokens;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.access.AccountState;
import org.quitclaim.domain.access.Scope;
import org.quitclaim.domain.access.TokenState;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.domain.vault.TokenId;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import tools.jackson.databind.JsonNode;

/** Accounts and tokens as administrators and officers get at them, honest ones and others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StaffTest {
    private static final String OWN = "four plain words here";
    private static final Map<Scope, Set<String>> ROUTES = Map.of(
            Scope.PUBLISH,
                    Set.of(
                            "GET /api/contexts",
                            "GET /api/publications/{id}/destination",
                            "POST /api/publications",
                            "POST /api/publications/{id}/published"),
            Scope.RELEASE_FILE, Set.of("GET /api/publications/{id}/file"),
            Scope.ACKNOWLEDGE,
                    Set.of(
                            "GET /api/publications/{id}/destination",
                            "GET /api/takedowns",
                            "POST /api/takedowns/{id}/acknowledgement"),
            Scope.READ_STATUS,
                    Set.of(
                            "GET /api/contexts",
                            "GET /api/photos/{id}",
                            "GET /api/publications",
                            "GET /api/publications/{id}",
                            "GET /api/takedowns"),
            Scope.IMPORT, Set.of("POST /api/photos"));

    private Server server;
    private WebApplicationContext context;
    private Client visitor;
    private Client admin;
    private Client officer;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        context = Objects.requireNonNull(
                server.bean(DispatcherServlet.class).getWebApplicationContext(), "a servlet has its context");
        visitor = Client.visitor(server.address());
        admin = visitor.as(Role.ADMIN);
        officer = visitor.as(Role.COMPLIANCE_OFFICER);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static Map<String, Object> account(String login, String... roles) {
        return Map.of("login", login, "name", "Called " + login, "roles", List.of(roles));
    }

    private static Map<String, Object> tokenOf(List<String> scopes, List<String> roles) {
        return Map.of("name", "cms", "scopes", scopes, "roles", roles, "ends", Office.today(30) + "T00:00:00Z");
    }

    /** Logs in with a one-time password and replaces it. */
    private Client loggedIn(String login, String oneTime) {
        visitor.as(login, oneTime)
                .post("/api/accounts/me/password", Map.of("old", oneTime, "chosen", OWN))
                .orFail();
        return visitor.as(login, OWN);
    }

    private JsonNode listed(Client viewer, String path, String field, String id) {
        return viewer.get(path)
                .orFail()
                .json()
                .valueStream()
                .filter(one -> one.path(field).asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(2)
    @Requirement("R72")
    void neitherHalfOfAPasswordLetsAnybodyInAndNothingDoesBeforeBothAgreed() {
        Answer asked =
                admin.post("/api/accounts", account("two-halves", "AUDITOR")).orFail();
        assertThat(logIn("two-halves", asked.text("passwordHalf"))).isEqualTo(401);

        Answer agreed = officer.post("/api/accounts/" + asked.text("accountId") + "/agreement", Map.of())
                .orFail();

        assertThat(logIn("two-halves", asked.text("passwordHalf"))).isEqualTo(401);
        assertThat(logIn("two-halves", agreed.text("passwordHalf"))).isEqualTo(401);
        assertThat(logIn("two-halves", asked.text("passwordHalf") + agreed.text("passwordHalf")))
                .isEqualTo(200);
    }

    @Test
    @Order(2)
    void aResetPasswordAndOtherRolesTakeTwoPeopleTooAndNeverTheOwner() {
        String id = officer.get("/api/accounts/me").orFail().text("accountId");
        officer.put("/api/accounts/" + id + "/password", Map.of()).isRefusal(409, "access.own-account");
        officer.put("/api/accounts/" + id + "/roles", Map.of("roles", List.of("COMPLIANCE_OFFICER", "EDITOR")))
                .isRefusal(409, "access.own-account");

        Answer reset = admin.put("/api/accounts/" + id + "/password", Map.of()).orFail();

        assertThat(reset.text("agreementNeededBy")).isNotBlank();
        assertThat(logIn("compliance", reset.text("passwordHalf"))).isEqualTo(401);
        officer.get("/api/accounts/me").orFail();
        officer.post("/api/accounts/" + id + "/agreement", Map.of()).isRefusal(409, "access.own-account");
        admin.post("/api/accounts/" + id + "/agreement", Map.of()).isRefusal(409, "access.same-person");
        admin.put("/api/accounts/" + id + "/roles", Map.of("roles", List.of("EDITOR", "COMPLIANCE_OFFICER")))
                .isRefusal(409, "access.asked-already");
    }

    /** Each was asked for while there was another administrator. */
    @Test
    @Order(2)
    void theLastAdministratorStaysThoughTwoChangesWereAskedForAtOnce() {
        Client otherOfficer = visitor.as(Office.SECOND_OFFICER.login(), Office.SECOND_OFFICER.password());
        String first = admin.get("/api/accounts/me").orFail().text("accountId");
        String second = admin.post("/api/accounts", account("second-admin", "ADMIN"))
                .orFail()
                .text("accountId");
        officer.post("/api/accounts/" + second + "/agreement", Map.of()).orFail();
        for (String id : List.of(second, first)) {
            officer.put("/api/accounts/" + id + "/roles", Map.of("roles", List.of("EDITOR")))
                    .orFail();
        }

        otherOfficer.post("/api/accounts/" + second + "/agreement", Map.of()).orFail();
        otherOfficer.post("/api/accounts/" + first + "/agreement", Map.of()).isRefusal(409, "access.last-admin");

        assertThat(admin.get("/api/accounts/me").orFail().json().path("roles").toString())
                .contains("ADMIN");
    }

    @Test
    @Order(2)
    void aMachineAgreesToNothing() {
        Answer asked = admin.post("/api/service-tokens", tokenOf(List.of(), List.of("COMPLIANCE_OFFICER")))
                .orFail();
        Client machine = visitor.bearer(asked.text("token"));
        machine.get("/api/accounts/me").isRefusal(401, "access.token-waits");
        officer.post("/api/service-tokens/" + asked.text("tokenId") + "/agreement", Map.of())
                .orFail();
        Answer wanted =
                admin.post("/api/accounts", account("by-machine", "EDITOR")).orFail();

        machine.post("/api/accounts/" + wanted.text("accountId") + "/agreement", Map.of())
                .isRefusal(409, "breach.not-a-person");
        machine.post("/api/accounts", account("by-machine-too", "EDITOR")).isRefusal(409, "breach.not-a-person");
        machine.post(
                        "/api/governance/history/acceptance",
                        Map.of("doubt", "nos-missing-absent-1", "reason", "PEOPLE_ASKED", "text", "By a script."))
                .isRefusal(409, "breach.not-a-person");
        machine.post(
                        "/api/governance/history/confirmed-persons/per_aaaaaaaaaaaaaaaaaaaaaaaaaa",
                        Map.of("text", "By a script."))
                .isRefusal(409, "breach.not-a-person");
    }

    @Test
    @Order(2)
    @Requirement("R72")
    void nobodyAgreesToATokenWhoseSecretADismissedOfficerHolds() {
        Answer wanted = admin.post("/api/accounts", account("dismissed", "COMPLIANCE_OFFICER"))
                .orFail();
        String id = wanted.text("accountId");
        Answer agreed =
                officer.post("/api/accounts/" + id + "/agreement", Map.of()).orFail();
        Client dismissed = loggedIn("dismissed", wanted.text("passwordHalf") + agreed.text("passwordHalf"));
        Answer asked = dismissed
                .post("/api/service-tokens", tokenOf(List.of("RELEASE_FILE"), List.of("COMPLIANCE_OFFICER")))
                .orFail();
        admin.remove("/api/accounts/" + id);

        officer.post("/api/service-tokens/" + asked.text("tokenId") + "/agreement", Map.of())
                .isRefusal(409, "access.asker-gone");
        visitor.bearer(asked.text("token")).get("/api/accounts/me").isRefusal(401, "access.login-needed");
    }

    @Test
    @Order(2)
    void nothingIsGrantedWhoseSealedRecordIsGone() throws VaultException {
        AccountId account = new AccountId(
                admin.post("/api/accounts", account("gone", "EDITOR")).orFail().text("accountId"));
        TokenId token = new TokenId(admin.post("/api/service-tokens", tokenOf(List.of(), List.of("COMPLIANCE_OFFICER")))
                .orFail()
                .text("tokenId"));
        server.bean(Accounts.class).forget(account);
        server.bean(ServiceTokens.class).forget(token);

        officer.post("/api/accounts/" + account.value() + "/agreement", Map.of())
                .isRefusal(404, "access.unknown-account");
        officer.post("/api/service-tokens/" + token.value() + "/agreement", Map.of())
                .isRefusal(404, "access.unknown-token");

        assertThat(server.bean(Streams.class).account(account)).isInstanceOf(AccountState.Asked.class);
        assertThat(server.bean(Streams.class).token(token)).isInstanceOf(TokenState.Asked.class);
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    @Order(3)
    @Requirement("R70")
    void aScopeOpensExactlyItsRoutesToAMachine(Scope scope) {
        Client machine = visitor.bearer(made(List.of(scope.name())));

        machine.post("/api/persons", Map.of()).isRefusal(403, "access.token-lacks-role");
        Map<String, Integer> refused = new HashMap<>();
        Set<String> open = all().filter(route -> !route.startsWith("GET /api/live"))
                .filter(route -> {
                    String[] parts = route.split(" ");
                    int status = status(machine, parts[0], parts[1].replaceAll("\\{[a-zA-Z]+}", "x"));
                    refused.put(route, status);
                    return status != 403;
                })
                .collect(Collectors.toSet());

        assertThat(open).isEqualTo(with(ROUTES.getOrDefault(scope, Set.of())));
        assertThat(refused).hasSizeGreaterThan(60);
    }

    /** A route of files is asked for as one: what is refused for its type says nothing about who may. */
    private static int status(Client machine, String method, String path) {
        int status = machine.raw(method, path, "{}").status();
        return status == 415
                ? machine.empty(method, path, "multipart/form-data; boundary=x").status()
                : status;
    }

    private static Set<String> with(Set<String> routes) {
        return Stream.concat(routes.stream(), Stream.of("GET /api/accounts/me")).collect(Collectors.toSet());
    }

    private Stream<String> all() {
        List<String> open = RouteRules.open(context);
        return RouteRules.mapped(context).stream()
                .filter(one -> one.method().getBeanType().getName().startsWith("org.quitclaim."))
                .map(RouteRules.Mapped::route)
                .filter(route -> route.matches("[A-Z]+ /\\S+") && !open.contains(route));
    }

    /** A token with these scopes; an officer agrees where it shows people. */
    private String made(List<String> scopes) {
        Answer asked =
                admin.post("/api/service-tokens", tokenOf(scopes, List.of())).orFail();
        if (!asked.text("agreementNeededBy").isEmpty()) {
            officer.post("/api/service-tokens/" + asked.text("tokenId") + "/agreement", Map.of())
                    .orFail();
        }
        return asked.text("token");
    }

    @Test
    @Order(3)
    void aSecretIsShownOnceAndATokenCanBeListedAndRevoked() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = tokenOf(List.of("PUBLISH"), List.of());
        Answer first = admin.post("/api/service-tokens", body, key).orFail();
        Answer again = admin.post("/api/service-tokens", body, key).orFail();

        assertThat(again.text("tokenId")).isEqualTo(first.text("tokenId")).startsWith("tok_");
        assertThat(again.text("token")).isEmpty();
        assertThat(again.json().path("secretShown").asBoolean()).isTrue();
        Client machine = visitor.bearer(first.text("token"));
        machine.get("/api/accounts/me").orFail();
        JsonNode shown = listed(admin, "/api/service-tokens", "tokenId", first.text("tokenId"));
        assertThat(shown.path("name").asString()).isEqualTo("cms");
        assertThat(shown.path("lastUse").asString()).isNotEmpty();
        assertThat(shown.path("ends").asString()).startsWith(Office.today(30));
        assertThat(shown.toString()).doesNotContain(first.text("token"));

        admin.remove("/api/service-tokens/" + first.text("tokenId"));

        assertThat(machine.get("/api/accounts/me").status()).isEqualTo(401);
        admin.post("/api/service-tokens/" + first.text("tokenId") + "/agreement", Map.of())
                .isRefusal(404, "access.unknown-token");
        assertThat(officer.get("/api/staff/" + first.text("tokenId")).orFail().text("name"))
                .isEqualTo("cms");
    }

    @Test
    @Order(3)
    void aTokenNeedsANameAndAnEndThatIsNotTooFar() {
        for (Map<String, Object> body : List.<Map<String, Object>>of(
                Map.of("scopes", List.of("PUBLISH"), "ends", Office.today(30) + "T00:00:00Z"),
                Map.of("name", "cms", "scopes", List.of("PUBLISH")),
                Map.of("name", "cms", "scopes", List.of("PUBLISH"), "ends", Office.today(-1) + "T00:00:00Z"),
                Map.of("name", "cms", "scopes", List.of("PUBLISH"), "ends", Office.today(400) + "T00:00:00Z"),
                Map.of("name", "cms", "ends", Office.today(30) + "T00:00:00Z"))) {
            assertThat(admin.post("/api/service-tokens", body).status()).isEqualTo(422);
        }
    }

    @Test
    @Order(4)
    void whoWasBehindAnEndedAccountCanStillBeRead() {
        Answer asked =
                admin.post("/api/accounts", account("asked-by-admin", "EDITOR")).orFail();
        String id = asked.text("accountId");
        Answer agreed =
                officer.post("/api/accounts/" + id + "/agreement", Map.of()).orFail();
        loggedIn("asked-by-admin", asked.text("passwordHalf") + agreed.text("passwordHalf"));
        admin.remove("/api/accounts/" + id);

        assertThat(logIn("asked-by-admin", OWN)).isEqualTo(401);
        assertThat(visitor.as(Role.AUDITOR).get("/api/staff/" + id).orFail().text("name"))
                .isEqualTo("Called asked-by-admin");
        assertThat(visitor.as(Role.EDITOR).get("/api/staff/" + id).status()).isEqualTo(403);
    }

    @Test
    @Order(4)
    @Requirement("R71")
    void listingNamesIsWrittenDown() throws VaultException {
        ActorId viewer = ActorId.of(admin.get("/api/accounts/me").orFail().text("accountId"));
        admin.get("/api/accounts").orFail();

        Vault vault = server.bean(Vault.class);
        List<KnownAccount> everybody = server.bean(Accounts.class).all();
        assertThat(everybody).isNotEmpty();
        for (KnownAccount standing : everybody) {
            assertThat(vault.accesses(standing.record())).anySatisfy(access -> {
                assertThat(access.reason().who()).isEqualTo(new Accessor.Staff(viewer));
                assertThat(access.reason().why()).isEqualTo(AccessPurpose.DISPLAY);
                assertThat(access.reason().role()).isEqualTo("ADMIN");
            });
        }
    }

    private int logIn(String login, String password) {
        return visitor.post("/login", Map.of("login", login, "password", password))
                .status();
    }
}
