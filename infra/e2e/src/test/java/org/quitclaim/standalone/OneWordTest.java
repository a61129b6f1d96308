package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
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

/** A new organisation, whose administrator makes the officers alone: however many accounts, that is one person. */
class OneWordTest {
    private static final String DPIA = "/api/governance/dpia";
    private static final String ROTATION = "/api/governance/rotation";
    private static final String OWN = "four plain words here";

    private final Map<String, String> announced = new HashMap<>();

    private Server start(Path data, Map<String, Object> settings) {
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

    private static Client madeBy(Client admin, Client visitor, String login) {
        Answer made = admin.post("/api/accounts", Map.of("login", login, "roles", List.of("COMPLIANCE_OFFICER")))
                .orFail();
        return loggedIn(visitor, login, made.text("oneTimePassword"));
    }

    @Test
    @Requirement("R72")
    void whoStandsOnTheAdministratorsWordConfirmsNothingThatTheAdministratorAsked(@TempDir Path data) {
        try (Server server = start(data, Map.of())) {
            Client visitor = Client.visitor(server.address());
            Client admin = announced(visitor, "admin");
            Client bea = madeBy(admin, visitor, "bea");
            Client carl = madeBy(admin, visitor, "carl");

            // the two can, between themselves, so nobody waits for a third who is not there
            Map<String, Object> editor = Map.of("login", "eva", "name", "Eva", "roles", List.of("EDITOR"));
            admin.post("/api/accounts", editor).isRefusal(409, "access.nobody-can-agree");
            admin.post(
                            "/api/service-tokens",
                            Map.of(
                                    "name",
                                    "cms",
                                    "scopes",
                                    List.of("RELEASE_FILE"),
                                    "roles",
                                    List.of(),
                                    "ends",
                                    Office.today(30) + "T00:00:00Z"))
                    .isRefusal(409, "access.nobody-can-agree");
            String eva = bea.post("/api/accounts", editor).orFail().text("accountId");
            carl.post("/api/accounts/" + eva + "/agreement", Map.of()).orFail();

            admin.post(ROTATION, Map.of()).orFail();
            bea.confirm(ROTATION + "/confirmation").isRefusal(409, "governance.rotation-same-word");
            revocation(bea, reported(admin)).isRefusal(409, "breach.same-word");
            tokenOnTheWordOf(id(admin), bea, carl);
        }
        try (Server server = start(data, Map.of("quitclaim.staff.first-officer", "dora"))) {
            Client visitor = Client.visitor(server.address());
            Client admin = visitor.as("admin", OWN);
            Client bea = visitor.as("bea", OWN);
            Client dora = announced(visitor, "dora");

            bea.confirm(ROTATION + "/confirmation").isRefusal(409, "governance.rotation-same-word");
            dora.confirm(ROTATION + "/confirmation").orFail();
            revocation(dora, reported(admin)).orFail();
            Office.confirmDpia(visitor.as("carl", OWN), proposed(bea)).orFail();
            assertThat(bea.get(DPIA).orFail().json().path("recognition").asBoolean())
                    .isTrue();
            offTheAdministratorsWord(admin, dora, visitor);
        }
    }

    @Test
    @Requirement("R72")
    void oneWordIsEnoughWhereTheOrganisationSaidThatOnePersonIs(@TempDir Path data) {
        try (Server server = start(data, Map.of("quitclaim.two-people", "off"))) {
            Client visitor = Client.visitor(server.address());
            Client admin = announced(visitor, "admin");
            Client bea = madeBy(admin, visitor, "bea");

            admin.post(ROTATION, Map.of()).orFail();
            bea.confirm(ROTATION + "/confirmation").orFail();
            revocation(bea, reported(admin)).orFail();
            Office.confirmDpia(madeBy(admin, visitor, "carl"), proposed(bea)).orFail();
        }
    }

    /** With a password of which each of two knew a half an account stands on its own word. */
    private static void offTheAdministratorsWord(Client admin, Client dora, Client visitor) {
        String carl = id(visitor.as("carl", OWN));
        String path = "/api/accounts/" + carl;
        String first = admin.put(path + "/password", Map.of()).orFail().text("passwordHalf");
        String second = dora.post(path + "/agreement", Map.of()).orFail().text("passwordHalf");
        visitor.as("carl", first + second)
                .post("/api/accounts/me/password", Map.of("old", first + second, "chosen", OWN + " too"))
                .orFail();
        Client own = visitor.as("carl", OWN + " too");
        revocation(own, reported(admin)).orFail();
    }

    private static String id(Client who) {
        return who.get("/api/accounts/me").orFail().text("accountId");
    }

    private static void tokenOnTheWordOf(String word, Client asks, Client agrees) {
        String token = asks.post(
                        "/api/service-tokens",
                        Map.of(
                                "name",
                                "cms",
                                "scopes",
                                List.of("RELEASE_FILE"),
                                "roles",
                                List.of("COMPLIANCE_OFFICER"),
                                "ends",
                                Office.today(30) + "T00:00:00Z"))
                .orFail()
                .text("tokenId");
        agrees.post("/api/service-tokens/" + token + "/agreement", Map.of()).orFail();
        JsonNode listed = asks.get("/api/service-tokens").orFail().json().get(0);
        assertThat(listed.path("tokenId").asString()).isEqualTo(token);
        assertThat(listed.path("madeByOnePerson").asBoolean()).isFalse();
        assertThat(listed.path("onTheWordOf").asString()).isEqualTo(word);
    }

    private static String proposed(Client officer) {
        return officer.post(
                        DPIA,
                        Map.of(
                                "reference",
                                "Dossier 7",
                                "approver",
                                "The board",
                                "approvedOn",
                                Office.today(-1),
                                "nextReview",
                                Office.today(365),
                                "method",
                                Office.method(officer)))
                .orFail()
                .text("proposal");
    }

    private static String reported(Client who) {
        return who.post(
                        "/api/breaches",
                        Map.of(
                                "everybody",
                                true,
                                "discoveredAt",
                                Instant.now().minusSeconds(60).toString(),
                                "account",
                                "A laptop was stolen."))
                .orFail()
                .text("id");
    }

    private static Answer revocation(Client who, String breach) {
        return who.confirm("/api/breaches/" + breach + "/confirmation");
    }
}
