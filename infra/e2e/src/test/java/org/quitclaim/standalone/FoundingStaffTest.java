package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.FirstAdminAnnouncement;
import org.quitclaim.domain.Requirement;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/** Until when an administrator makes accounts alone: once there were two officers, ending their accounts changes nothing. */
class FoundingStaffTest {
    private static final String OWN = "four plain words here";

    @TempDir
    Path data;

    private final Map<String, String> announced = new HashMap<>();

    private Server start(Map<String, Object> settings) {
        return new Server(Server.application(Running.options(data))
                .properties(settings)
                .initializers((GenericApplicationContext context) ->
                        context.registerBean(FirstAdminAnnouncement.class, () -> announced::put))
                .run());
    }

    private static Client loggedIn(Client visitor, String login, String oneTime) {
        visitor.as(login, oneTime)
                .post("/api/accounts/me/password", Map.of("old", oneTime, "chosen", OWN))
                .orFail();
        return visitor.as(login, OWN);
    }

    private Client announced(Client visitor, String login) {
        return loggedIn(visitor, login, Objects.requireNonNull(announced.get(login), "it was announced"));
    }

    private static Map<String, Object> account(String login, String role) {
        return Map.of("login", login, "name", "Called " + login, "roles", List.of(role));
    }

    private static Client madeAlone(Client admin, Client visitor, String login, String role) {
        Answer made = admin.post("/api/accounts", account(login, role)).orFail();
        return loggedIn(visitor, login, made.text("oneTimePassword"));
    }

    private static String id(Client who) {
        return who.get("/api/accounts/me").orFail().text("accountId");
    }

    @Test
    @Requirement("R72")
    void beforeTwoOfficersExistTheAdministratorActsAloneAndThatIsMarked() {
        try (Server server = start(Map.of())) {
            Client visitor = Client.visitor(server.address());
            Client admin = announced(visitor, "admin");
            assertThat(rule(admin, "alone")).isTrue();
            Client auditor = madeAlone(admin, visitor, "ada", "AUDITOR");
            Client officer = madeAlone(admin, visitor, "bea", "COMPLIANCE_OFFICER");

            for (Client viewer : List.of(officer, auditor)) {
                JsonNode shown = viewer.get("/api/accounts")
                        .orFail()
                        .json()
                        .valueStream()
                        .filter(one -> one.path("login").asString().equals("bea"))
                        .findFirst()
                        .orElseThrow();
                assertThat(shown.path("madeByOnePerson").asBoolean()).isTrue();
                assertThat(shown.path("onTheWordOf").asString()).isEqualTo(id(admin));
                assertThat(shown.path("name").asString()).isEqualTo("Called bea");
            }
        }
    }

    @Test
    @Requirement("R72")
    void whoeverEndsOfficersUntilOneIsLeftActsAloneNoMore() {
        try (Server server = start(Map.of("quitclaim.staff.first-officer", "dora"))) {
            Client visitor = Client.visitor(server.address());
            Client admin = announced(visitor, "admin");
            Client dora = announced(visitor, "dora");
            Client bea = madeAlone(admin, visitor, "bea", "COMPLIANCE_OFFICER");
            admin.remove("/api/accounts/" + id(bea));

            Answer asked = admin.post("/api/accounts", account("carl", "COMPLIANCE_OFFICER"))
                    .orFail();

            assertThat(asked.text("oneTimePassword")).isEmpty();
            assertThat(asked.text("agreementNeededBy")).isNotEmpty();
            Answer token = admin.post(
                            "/api/service-tokens",
                            Map.of(
                                    "name",
                                    "files",
                                    "scopes",
                                    List.of("RELEASE_FILE"),
                                    "roles",
                                    List.of(),
                                    "ends",
                                    Office.today(30) + "T00:00:00Z"))
                    .orFail();
            assertThat(token.text("agreementNeededBy")).isNotEmpty();
            assertThat(rule(admin, "alone")).isFalse();
            assertThat(rule(admin, "possible")).isTrue();
            Answer agreed = dora.post("/api/accounts/" + asked.text("accountId") + "/agreement", Map.of())
                    .orFail();
            loggedIn(visitor, "carl", asked.text("passwordHalf") + agreed.text("passwordHalf"));
        }
    }

    @Test
    void whereOnlyAnOfficerOnTheAdministratorsWordIsLeftWhoeverRunsTheServerNamesAnother() {
        try (Server server = start(Map.of())) {
            Client visitor = Client.visitor(server.address());
            Client admin = announced(visitor, "admin");
            madeAlone(admin, visitor, "bea", "COMPLIANCE_OFFICER");
            admin.remove("/api/accounts/" + id(madeAlone(admin, visitor, "carl", "COMPLIANCE_OFFICER")));

            admin.post("/api/accounts", account("eva", "COMPLIANCE_OFFICER")).isRefusal(409, "access.nobody-can-agree");
            assertThat(rule(admin, "possible")).isFalse();
        }
        try (Server server = start(Map.of("quitclaim.staff.first-officer", "dora"))) {
            Client visitor = Client.visitor(server.address());
            Client admin = visitor.as("admin", OWN);
            Client dora = announced(visitor, "dora");

            Answer asked = admin.post("/api/accounts", account("eva", "COMPLIANCE_OFFICER"))
                    .orFail();
            dora.post("/api/accounts/" + asked.text("accountId") + "/agreement", Map.of())
                    .orFail();
        }
    }

    private static boolean rule(Client admin, String what) {
        return admin.get("/api/accounts/rule").orFail().json().path(what).asBoolean();
    }
}
