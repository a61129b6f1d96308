package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.domain.consent.ConsentCommand.CorrectIdentity;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.Opening;
import org.quitclaim.vault.Vault;
import tools.jackson.databind.JsonNode;

/** A name or an address that is wrong is put right, and what was wrong is gone. Source: GDPR Art. 16. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrectionTest {
    private Path data;
    private Server server;
    private Office office;
    private String notice;

    @BeforeAll
    void start(@TempDir Path folder) {
        data = folder.resolve("data");
        server = Running.demo(data);
        office = Office.at(server.address());
        notice = office.publishNotice();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Asked somebody(String name) {
        Asked asked = office.ask(office.register(name, "old@lindeveld.example"), notice, List.of(Office.website(90)));
        office.sayYes(asked, 1).orFail();
        return asked;
    }

    private Answer details(String person) {
        return office.officer().get("/api/persons/" + person + "/details");
    }

    private Answer correct(String person, String name, String replaces, String... request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", name);
        body.put("email", "new@lindeveld.example");
        body.put("replaces", replaces);
        if (request.length > 0) {
            body.put("requestId", request[0]);
        }
        return office.officer().put("/api/persons/" + person + "/details", body);
    }

    private boolean opens(String record) throws Exception {
        RecordId id = new RecordId(record);
        AccessReason reason = new AccessReason(new Accessor.SystemTask("test"), "TEST", AccessPurpose.AUDIT, "");
        return server.bean(Vault.class).openAll(List.of(id), reason).get(id) instanceof Opening.Opened;
    }

    private String shownName(String person) {
        return office.officer()
                .post("/api/names", Map.of("ids", List.of(person)))
                .orFail()
                .json()
                .path("names")
                .path(person)
                .asString();
    }

    @Test
    void whatSheAsksForIsPutRightShownEverywhereAndAnsweredAndTheWrongNameIsGone() throws Exception {
        Asked her = somebody("Ana Voorbeeld");
        String request = office.visitor()
                .post(
                        her.page() + "/rights",
                        Map.of("right", "RECTIFICATION", "details", true, "text", "Ana is written with two n: Anna"))
                .orFail()
                .text("requestId");
        String answer = "/api/rights-requests/" + request + "/answer";
        office.officer().post(answer, Map.of("outcome", "CORRECTED")).isRefusal(409, "rights.not-carried-out");
        String wrong = details(her.person()).orFail().text("record");

        correct(her.person(), "Anna Voorbeeld", wrong, request).orFail();

        JsonNode now = details(her.person()).orFail().json();
        assertThat(now.path("name").asString()).isEqualTo("Anna Voorbeeld");
        assertThat(now.path("email").asString()).isEqualTo("new@lindeveld.example");
        assertThat(opens(wrong)).isFalse();
        Rest.until("the screens follow", () -> shownName(her.person()).equals("Anna Voorbeeld"));
        JsonNode hers =
                office.visitor().get(her.page() + "/data").orFail().json().path("person");
        assertThat(hers.path("name").asString()).isEqualTo("Anna Voorbeeld");
        assertThat(hers.path("email").asString()).isEqualTo("new@lindeveld.example");

        office.officer()
                .post(answer, Map.of("outcome", "CORRECTED", "text", "Your name has two n now"))
                .orFail();
        JsonNode answered = office.visitor()
                .get(her.page() + "/rights")
                .orFail()
                .json()
                .path("requests")
                .get(0);
        assertThat(answered.path("outcome").asString()).isEqualTo("CORRECTED");
        assertThat(answered.path("explanation").asString()).contains("two n");
    }

    @Test
    void ofTwoWhoReadTheSameTheSecondReadsAgainAndNothingOfHisIsKept() {
        Asked her = somebody("Berta Voorbeeld");
        String read = details(her.person()).orFail().text("record");
        correct(her.person(), "Bertha Voorbeeld", read).orFail();
        correct(her.person(), "Birgit Voorbeeld", read).isRefusal(409, "consent.details-changed");
        assertThat(details(her.person()).orFail().text("name")).isEqualTo("Bertha Voorbeeld");
    }

    @Test
    void whoSignsForAChildIsPutRightAndNobodyBecomesTwoParents() throws Exception {
        String child = office.officer()
                .post("/api/persons", Map.of("name", "Kim Voorbeeld", "capacity", "PUPIL", "ageGroup", "MINOR"))
                .orFail()
                .text("personId");
        for (String parent : List.of("Mia Vorbeeld", "Jan Voorbeeld")) {
            office.officer()
                    .post(
                            "/api/persons/" + child + "/representatives",
                            Map.of(
                                    "name",
                                    parent,
                                    "role",
                                    "PARENT",
                                    "verified",
                                    true,
                                    "sole",
                                    false,
                                    "authority",
                                    "Birth register"))
                    .orFail();
        }
        JsonNode mother = details(child).orFail().list("representatives").stream()
                .filter(one -> one.path("name").asString().startsWith("Mia"))
                .findFirst()
                .orElseThrow();
        String path = "/api/persons/" + child + "/representatives/"
                + mother.path("representativeId").asString() + "/details";
        String wrong = mother.path("record").asString();
        office.officer()
                .put(path, Map.of("name", "Jan Voorbeeld", "authority", "Birth register", "replaces", wrong))
                .isRefusal(409, "consent.representative-exists");
        office.officer()
                .put(path, Map.of("name", "Mia Voorbeeld", "authority", "Birth register", "replaces", wrong))
                .orFail();

        assertThat(details(child).orFail().list("representatives"))
                .extracting(one -> one.path("name").asString())
                .containsExactlyInAnyOrder("Mia Voorbeeld", "Jan Voorbeeld");
        assertThat(opens(wrong)).isFalse();
    }

    @Test
    void onlyAnOfficerReadsAndCorrectsAndEachReadingIsInWhatSheReads() {
        Asked her = somebody("Carla Voorbeeld");
        String path = "/api/persons/" + her.person() + "/details";
        for (Role role : List.of(Role.EDITOR, Role.PHOTOGRAPHER, Role.AUDITOR, Role.ADMIN)) {
            Client other = office.visitor().as(role);
            assertThat(other.get(path).status()).as(role.name()).isEqualTo(403);
            assertThat(other.put(path, Map.of("name", "Somebody", "replaces", "rec_none"))
                            .status())
                    .as(role.name())
                    .isEqualTo(403);
        }
        details(her.person()).orFail();
        JsonNode openings =
                office.visitor().get(her.page() + "/data").orFail().json().path("openings");
        assertThat(openings.valueStream())
                .anyMatch(one -> one.path("what").asString().equals("identity")
                        && one.path("role").asString().equals("COMPLIANCE_OFFICER")
                        && one.path("purpose").asString().equals("CONSENT"));
    }

    @Test
    void whileHerDataStandsStillOnlyWhatSheAskedForIsDoneAndAfterErasureNothing() {
        Asked her = somebody("Dora Voorbeeld");
        office.officer().post("/api/persons/" + her.person() + "/restriction").orFail();
        String read = details(her.person()).orFail().text("record");
        correct(her.person(), "Dorothea Voorbeeld", read).isRefusal(409, "consent.correction-not-asked");
        String other = office.visitor()
                .post(her.page() + "/rights", Map.of("right", "ACCESS"))
                .orFail()
                .text("requestId");
        correct(her.person(), "Dorothea Voorbeeld", read, other).isRefusal(409, "rights.no-such-correction");
        String asked = office.visitor()
                .post(her.page() + "/rights", Map.of("right", "RECTIFICATION", "details", true))
                .orFail()
                .text("requestId");
        correct(her.person(), "Dorothea Voorbeeld", read, asked).orFail();

        office.officer()
                .raw("DELETE", "/api/persons/" + her.person() + "/restriction", "")
                .orFail();
        office.erase(her.person(), Map.of()).orFail();
        Rest.awaitButFor(server, "REQUEST");
        details(her.person()).isRefusal(409, "consent.person-erased");
        correct(her.person(), "Somebody", read).isRefusal(409, "consent.person-erased");
    }

    /** As if the process had died between the event and the destruction. */
    @Test
    void whatACrashLeftOfAWrongNameIsGoneAfterTheNextStart() throws Exception {
        Asked her = somebody("Elsa Voorbeeld");
        String wrong = details(her.person()).orFail().text("record");
        PersonId person = new PersonId(her.person());
        RecordId right;
        try (var draft = server.bean(Sealing.class).draft()) {
            right = draft.text(
                    person, KeyScope.IDENTITY, RecordKinds.IDENTITY, "{\"name\":\"Else Voorbeeld\",\"email\":\"\"}");
            draft.named(() -> server.bean(Commands.class)
                    .send(new CorrectIdentity(person, right, new RecordId(wrong), List.of()), Origin.system("test")));
        }
        assertThat(opens(wrong)).isTrue();
        server.close();
        server = Running.demo(data);
        office = Office.at(server.address());

        assertThat(opens(wrong)).isFalse();
        assertThat(details(her.person()).orFail().text("name")).isEqualTo("Else Voorbeeld");
    }
}
