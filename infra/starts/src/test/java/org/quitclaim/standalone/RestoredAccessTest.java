package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.FirstAdminAnnouncement;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Asked;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/** Access that ended after a backup is not given back by its restore, with its ledger or without. */
@Requirement("R64")
class RestoredAccessTest {
    private static final String OWN = "four plain words here";
    private static final String IN_DOUBT = "access.in-doubt";
    private static final String DOUBTED = "/api/governance/access-in-doubt";

    @TempDir
    Path folder;

    private Copies copies;

    @BeforeEach
    void open() {
        copies = new Copies(folder);
    }

    private final Map<String, String> announced = new HashMap<>();

    @Test
    void without_the_ledger_accounts_and_tokens_of_before_open_nothing_until_somebody_grants_them_anew()
            throws Exception {
        String olga;
        String bea;
        String eddy;
        Answer revoked;
        Answer wanted;
        Answer wantedToken;
        try (Server server = server("data")) {
            Client visitor = Client.visitor(server.address());
            Client admin = announced(visitor, "admin");
            eddy = madeAlone(admin, visitor, "eddy", "EDITOR");
            olga = madeAlone(admin, visitor, "olga", "COMPLIANCE_OFFICER");
            bea = madeAlone(admin, visitor, "bea", "COMPLIANCE_OFFICER");
            revoked = token(admin, "READ_STATUS");
            Client officer = visitor.as("olga", OWN);
            wanted = officer.post("/api/accounts", Map.of("login", "wanted", "roles", List.of("EDITOR")))
                    .orFail();
            wantedToken = token(officer, "RELEASE_FILE");
            confirmDpia(officer, visitor.as("bea", OWN));
            copies.backUp();

            admin.remove("/api/accounts/" + eddy);
            admin.remove("/api/service-tokens/" + revoked.text("tokenId"));
            admin.remove("/api/accounts/" + wanted.text("accountId"));
            admin.remove("/api/service-tokens/" + wantedToken.text("tokenId"));
            officer.delete("/api/governance/dpia").orFail();
        }
        copies.loseLedger();
        announced.clear();
        assertThat(copies.restore("restored", "--without-ledger"))
                .startsWith("MIND")
                .contains("accounts")
                .contains("tokens")
                .contains("links");
        try (Server server = server("restored")) {
            Client visitor = Client.visitor(server.address());
            for (String login : List.of("admin", "eddy", "olga", "bea")) {
                logIn(visitor, login, OWN).isRefusal(401, IN_DOUBT);
                logIn(visitor, login, "another four plain words").isRefusal(401, "access.wrong-login");
            }
            reads(visitor, revoked).isRefusal(401, IN_DOUBT);
            assertThat(announced.keySet()).containsExactly("admin-2");
            Client fresh = announced(visitor, "admin-2");
            JsonNode waiting = fresh.get(DOUBTED).orFail().json();
            assertThat(waiting.path("accounts")).hasSize(4);
            assertThat(waiting.path("tokens")).hasSize(1);
            assertThat(waiting.path("assessment").asBoolean()).isTrue();
            assertThat(standings(fresh, "/api/accounts")).contains("IN_DOUBT").doesNotContain("ASKED");
            fresh.post("/api/accounts/" + wanted.text("accountId") + "/agreement", Map.of())
                    .isRefusal(404, "access.unknown-account");
            fresh.post("/api/service-tokens/" + wantedToken.text("tokenId") + "/agreement", Map.of())
                    .isRefusal(404, "access.unknown-token");

            Client officer = reset(fresh, visitor, "olga", olga);
            logIn(visitor, "olga", OWN).isRefusal(401, "access.wrong-login");
            Client second = reset(fresh, visitor, "bea", bea);
            fresh.remove("/api/accounts/" + eddy);
            logIn(visitor, "eddy", OWN).isRefusal(401, "access.wrong-login");
            officer.post(confirmation(revoked), Map.of()).isRefusal(409, "access.make-anew");
            fresh.post(confirmation(revoked), Map.of()).orFail();
            reads(visitor, revoked).orFail();
            fresh.post(confirmation(revoked), Map.of()).isRefusal(409, "access.not-in-doubt");

            JsonNode dpia = officer.get("/api/governance/dpia").orFail().json();
            assertThat(dpia.path("recognition").asBoolean()).isFalse();
            assertThat(dpia.path("doubted").path("reference").asString()).isEqualTo("DPIA 2026-4");
            confirmDpia(officer, second);
            assertThat(officer.get("/api/governance/dpia")
                            .orFail()
                            .json()
                            .path("recognition")
                            .asBoolean())
                    .isTrue();
            assertThat(fresh.get(DOUBTED).orFail().json().path("accounts")).hasSize(1);
            String doubt = officer.get("/api/governance/history")
                    .orFail()
                    .json()
                    .path("doubts")
                    .get(0)
                    .path("id")
                    .asString();
            officer.acceptLoss(doubt, "PEOPLE_ASKED", "Everybody was written to.")
                    .orFail();
        }
        announced.clear();
        try (Server server = server("restored")) {
            Client visitor = Client.visitor(server.address());
            assertThat(announced).isEmpty();
            logIn(visitor, "admin", OWN).isRefusal(401, IN_DOUBT);
            visitor.as("olga", OWN + " too").get("/api/accounts/me").orFail();
            reads(visitor, revoked).orFail();
        }
    }

    @Test
    void a_password_that_was_replaced_after_the_backup_opens_nothing_any_more() throws Exception {
        String bea;
        String carl;
        try (Server server = server("data")) {
            Client visitor = Client.visitor(server.address());
            Client admin = announced(visitor, "admin");
            bea = madeAlone(admin, visitor, "bea", "AUDITOR");
            carl = madeAlone(admin, visitor, "carl", "AUDITOR");
            copies.backUp();
            reset(admin, visitor, "bea", bea);
            visitor.as("carl", OWN)
                    .post("/api/accounts/me/password", Map.of("old", OWN, "chosen", OWN + " too"))
                    .orFail();
            Copies.everythingIsTold(server);
        }
        copies.restore("restored");
        try (Server server = server("restored")) {
            Client visitor = Client.visitor(server.address());
            logIn(visitor, "bea", OWN).isRefusal(401, IN_DOUBT);
            logIn(visitor, "carl", OWN).isRefusal(401, IN_DOUBT);
            Client admin = visitor.as("admin", OWN);
            assertThat(admin.get(DOUBTED).orFail().json().path("accounts")).hasSize(2);
            reset(admin, visitor, "bea", bea);
            reset(admin, visitor, "carl", carl);
            assertThat(admin.get(DOUBTED).orFail().json().path("accounts")).isEmpty();
        }
    }

    @Test
    void without_the_ledger_a_link_of_before_shows_and_allows_nothing_and_still_takes_back() throws Exception {
        Asked her;
        Asked other;
        Asked unanswered;
        try (Server server = demo("data")) {
            Office office = Office.at(server.address());
            String notice = office.publishNotice();
            her = signed(office, notice);
            other = signed(office, notice);
            unanswered = office.ask(office.register("Not Yet", ""), notice, List.of(Office.website(90)));
            copies.backUp();
        }
        copies.loseLedger();
        copies.restore("restored", "--without-ledger");
        try (Server server = demo("restored")) {
            Office office = Office.at(server.address());
            Client visitor = office.visitor();
            for (String path : List.of("", "/rights", "/data")) {
                visitor.get(her.page() + path).isRefusal(409, "link.in-doubt");
            }
            visitor.post(her.page() + "/rights", Map.of("right", "ACCESS")).isRefusal(409, "link.in-doubt");
            visitor.post(her.page() + "/rights", Map.of("right", "RESTRICTION")).orFail();
            answer(visitor, unanswered, true).isRefusal(409, "link.in-doubt");
            answer(visitor, unanswered, false).orFail();
            office.withdraw(her, false, List.of("WEBSITE")).orFail();

            office.officer()
                    .post("/api/governance/history/confirmed-persons/" + other.person(), Map.of("text", "Asked."))
                    .orFail();
            visitor.get(other.page()).orFail();
            visitor.get(her.page()).isRefusal(409, "link.in-doubt");
            String fresh = office.ask(her.person(), office.publishNotice(), List.of(Office.website(30)))
                    .page();
            visitor.get(fresh).orFail();
        }
    }

    @Test
    @Requirement("R48")
    void a_request_that_was_made_after_the_backup_is_open_again_with_its_due_date() throws Exception {
        Asked her;
        JsonNode before;
        try (Server server = demo("data")) {
            Office office = Office.at(server.address());
            her = signed(office, office.publishNotice());
            copies.backUp();
            for (String right : List.of("ACCESS", "RECTIFICATION", "PORTABILITY")) {
                office.visitor()
                        .post(her.page() + "/rights", Map.of("right", right, "text", "What I wrote."))
                        .orFail();
            }
            before = requests(office, her);
            Copies.everythingIsTold(server);
        }
        copies.restore("restored");
        try (Server server = demo("restored")) {
            JsonNode after = requests(Office.at(server.address()), her);
            assertThat(after).hasSize(3);
            for (JsonNode each : after) {
                assertThat(each.path("state").asString()).isEqualTo("OPEN");
                assertThat(each.path("textLost").asBoolean()).isTrue();
                assertThat(each.path("dueOn")).isEqualTo(before.get(0).path("dueOn"));
            }
        }
    }

    private static JsonNode requests(Office office, Asked her) {
        return office.visitor().get(her.page() + "/rights").orFail().json().path("requests");
    }

    private static Asked signed(Office office, String notice) {
        Asked asked = office.ask(office.register("Somebody", ""), notice, List.of(Office.website(90)));
        office.sayYes(asked, 1).orFail();
        return asked;
    }

    private static Answer answer(Client visitor, Asked asked, boolean granted) {
        return visitor.post(
                asked.page() + "/answers",
                Map.of(
                        "language",
                        "en",
                        "answers",
                        List.of(Map.of("ask", 0, "granted", granted)),
                        "confirmed",
                        true,
                        "representatives",
                        List.of()));
    }

    private static void confirmDpia(Client officer, Client second) {
        String proposal = officer.post(
                        "/api/governance/dpia",
                        Map.of(
                                "reference",
                                "DPIA 2026-4",
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
        Office.confirmDpia(second, proposal).orFail();
    }

    private static String confirmation(Answer token) {
        return "/api/service-tokens/" + token.text("tokenId") + "/confirmation";
    }

    private static Answer reads(Client visitor, Answer token) {
        return visitor.bearer(token.text("token")).get("/api/accounts/me");
    }

    private static List<String> standings(Client who, String path) {
        List<String> standings = new ArrayList<>();
        who.get(path)
                .orFail()
                .json()
                .forEach(one -> standings.add(one.path("standing").asString()));
        return standings;
    }

    private static Answer token(Client admin, String scope) {
        return admin.post(
                        "/api/service-tokens",
                        Map.of(
                                "name",
                                "cms",
                                "scopes",
                                List.of(scope),
                                "roles",
                                List.of(),
                                "ends",
                                Office.today(30) + "T00:00:00Z"))
                .orFail();
    }

    private static Answer logIn(Client visitor, String login, String password) {
        return visitor.post("/login", Map.of("login", login, "password", password));
    }

    private Client announced(Client visitor, String login) {
        return loggedIn(visitor, login, Objects.requireNonNull(announced.get(login), "it was announced"), OWN);
    }

    private static Client loggedIn(Client visitor, String login, String oneTime, String chosen) {
        visitor.as(login, oneTime)
                .post("/api/accounts/me/password", Map.of("old", oneTime, "chosen", chosen))
                .orFail();
        return visitor.as(login, chosen);
    }

    /** By one person, while fewer than two officers can log in. */
    private static String madeAlone(Client admin, Client visitor, String login, String role) {
        Answer made = admin.post("/api/accounts", Map.of("login", login, "roles", List.of(role)))
                .orFail();
        loggedIn(visitor, login, made.text("oneTimePassword"), OWN);
        return made.text("accountId");
    }

    private static Client reset(Client admin, Client visitor, String login, String account) {
        Answer made =
                admin.put("/api/accounts/" + account + "/password", Map.of()).orFail();
        return loggedIn(visitor, login, made.text("oneTimePassword"), OWN + " too");
    }

    /** With nobody's published password. */
    private Server server(String name) {
        return new Server(Server.application(copies.options(name))
                .initializers((GenericApplicationContext context) ->
                        context.registerBean(FirstAdminAnnouncement.class, () -> announced::put))
                .run());
    }

    private Server demo(String name) {
        return Running.demo(copies.options(name));
    }
}
