package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.eventstore.DataFolderLock;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.Vault;
import tools.jackson.databind.JsonNode;

/** Faceprint keys may have been seen: two people, then the same erasure as after a withdrawal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BreachTest {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private Server server;
    private Office office;
    private Client admin;
    private String notice;
    private String collection;
    private int names;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        office = Office.at(server.address());
        admin = office.visitor().as(Role.ADMIN);
        office.recordDpia("DPIA 1");
        notice = office.publishNotice();
        collection = office.openCollection("Open day");
        office.allowRecognition(collection);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private String enrolled() {
        names++;
        String person = office.register("Wilhelmina Voorbeeldsen " + names, "");
        Asked asked = office.ask(person, notice, List.of(Office.recognition(90)));
        office.sayYes(asked, 1).orFail();
        Taken photo = office.take(
                collection, "p.jpg", Pictures.another(Pictures.portrait(names).jpeg(), names));
        office.enrol(person, photo, photo.faces().getFirst().path("faceId").asString())
                .orFail();
        return person;
    }

    private String reported(Map<String, ?> whom, Instant discoveredAt) {
        Map<String, Object> report = new java.util.HashMap<>(whom);
        report.put("discoveredAt", discoveredAt.toString());
        report.put("account", "A laptop of Wilhelmina Voorbeeldsen was stolen.");
        return office.officer().post("/api/breaches", report).orFail().text("id");
    }

    private KeyState keyOf(String person) throws Exception {
        return server.bean(Vault.class)
                .state(KeyRef.first(new PersonId(person), KeyScope.RECOGNITION))
                .orElseThrow();
    }

    private JsonNode breach(String id) {
        return office.officer().get("/api/breaches").orFail().list("items").stream()
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> happened(String id) {
        return breach(id).path("happened").values().stream()
                .map(one -> one.path("what").asString())
                .toList();
    }

    private void gone(String person) {
        Awaitility.await().atMost(PATIENCE).until(() -> keyOf(person) == KeyState.DESTROYED);
        Awaitility.await("the deletion file")
                .atMost(PATIENCE)
                .until(() -> office.officer().get("/api/erasure-cases?person=" + person).orFail().list("items").stream()
                        .anyMatch(one ->
                                one.path("cause").asString().equals("COMPROMISE") && one.hasNonNull("closedAt")));
    }

    @Test
    @Requirement({"R37", "R72"})
    void ofOnePersonTheKeyGoesOnceASecondPersonConfirmsAndNobodyElsesDoes() throws Exception {
        String person = enrolled();
        String other = enrolled();
        String id = reported(Map.of("person", person), Instant.now().minusSeconds(60));
        office.officer().confirm("/api/breaches/" + id + "/confirmation").isRefusal(409, "breach.same-person");
        assertThat(keyOf(person)).isEqualTo(KeyState.ACTIVE);
        admin.confirm("/api/breaches/" + id + "/confirmation").orFail();
        gone(person);
        assertThat(keyOf(other)).isEqualTo(KeyState.ACTIVE);
        Awaitility.await().atMost(PATIENCE).until(() -> happened(id).contains("breach.keys-revoked"));
        office.officer()
                .post("/api/breaches/" + id + "/notification", Map.of("reference", "Authority, letter 1"))
                .orFail();
        office.officer()
                .post("/api/breaches/" + id + "/persons-informed", Map.of("how", "A letter to each"))
                .orFail();
        office.officer().post("/api/breaches/" + id + "/closing", Map.of()).orFail();
        assertThat(happened(id))
                .containsExactly(
                        "breach.compromise-reported",
                        "breach.revocation-requested",
                        "breach.revocation-confirmed",
                        "breach.keys-revoked",
                        "breach.authority-notified",
                        "breach.persons-informed",
                        "breach.closed");
        assertThat(breach(id).path("open").asBoolean()).isFalse();
    }

    @Test
    @Requirement("R37")
    void ofEverybodyEveryKeyGoesAndTheClockSoundsItsAlarmsOnceEach() throws Exception {
        List<String> persons = List.of(enrolled(), enrolled());
        String id = reported(Map.of("everybody", true), Instant.now().minus(Duration.ofHours(73)));
        admin.confirm("/api/breaches/" + id + "/confirmation").orFail();
        persons.forEach(this::gone);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> happened(id).stream()
                                .filter("breach.alarm-sounded"::equals)
                                .count()
                        == 2);
        office.officer()
                .post("/api/breaches/" + id + "/notification", Map.of("reference", "Authority, letter 2"))
                .isRefusal(409, "breach.delay-unexplained");
    }

    @Test
    void nobodyNamedIsNotEverybody() {
        office.officer()
                .post("/api/breaches", Map.of("discoveredAt", Instant.now().toString(), "account", "Something"))
                .isRefusal(422, "request.missing-field");
        office.editor().get("/api/breaches").isRefusal(403, "access.not-allowed");
    }

    @Test
    @Requirement("R72")
    void aRotationByHandIsAskedByOneAndConfirmedByAnother() throws Exception {
        int before = server.bean(Vault.class).epochs().current().number();
        admin.confirm("/api/governance/rotation/confirmation").isRefusal(409, "governance.rotation-not-requested");
        admin.post("/api/governance/rotation", Map.of()).orFail();
        admin.confirm("/api/governance/rotation/confirmation").isRefusal(409, "governance.rotation-same-person");
        assertThat(server.bean(Vault.class).epochs().current().number()).isEqualTo(before);
        Answer retired = office.officer()
                .confirm("/api/governance/rotation/confirmation")
                .orFail();
        assertThat(retired.json().path("epoch").asInt()).isEqualTo(before);
        assertThat(server.bean(Vault.class).epochs().current().number()).isEqualTo(before + 1);
    }

    @Test
    @Requirement({"R62", "R70"})
    void anEpochThatIsNotRetiredIsShownWithTheReasonUntilItIs() throws Exception {
        Path keys = server.bean(StandaloneSettings.class)
                .folders(server.bean(DataFolderLock.class).folder())
                .keys();
        Path unmounted = Files.move(keys, keys.resolveSibling("unmounted"));
        assertThat(rotated().ok()).isFalse();
        JsonNode standing =
                office.officer().get("/api/governance/rotation").orFail().json();
        assertThat(standing.path("because").asString()).isEqualTo("vault.kek-copy-out-of-reach");
        assertThat(Instant.parse(standing.path("notRetiredSince").asString())).isBeforeOrEqualTo(Instant.now());
        office.editor().get("/api/governance/rotation").isRefusal(403, "access.not-allowed");
        Files.move(unmounted, keys);
        rotated().orFail();
        JsonNode healed = admin.get("/api/governance/rotation").orFail().json();
        assertThat(healed.path("because").isString()).isFalse();
    }

    private Answer rotated() {
        admin.post("/api/governance/rotation", Map.of()).orFail();
        return office.officer().confirm("/api/governance/rotation/confirmation");
    }
}
