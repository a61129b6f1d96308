package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import tools.jackson.databind.JsonNode;

/** A small organisation may say that one person is enough. That counts for all that takes two, and is never forgotten. */
class OnePersonTest {
    private static final String DPIA = "/api/governance/dpia";
    private static final String ROTATION = "/api/governance/rotation";

    @Test
    @Requirement({"R65", "R72"})
    void one_person_decides_everywhere_or_nowhere_and_the_certificate_says_which(@TempDir Path data) {
        String erasure;
        String account;
        try (Server server = Running.demo(data, Map.of("quitclaim.two-people", "off"))) {
            Office office = Office.at(server.address());
            Client admin = office.visitor().as(Role.ADMIN);
            account = accountByOne(admin);
            dpiaByOne(office);
            rotationByOne(admin);
            erasure = revocationByOne(office);
            assertThat(secondPerson(office, erasure).path("rule").asString()).isEqualTo("NOT_REQUIRED");
            markedFor(office.officer(), account);
        }
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            Client admin = office.visitor().as(Role.ADMIN);
            JsonNode second = secondPerson(office, erasure);
            assertThat(second.path("rule").asString()).isEqualTo("REQUIRED_AGAIN");
            assertThat(Instant.parse(second.path("since").asString())).isBeforeOrEqualTo(Instant.now());
            markedFor(office.officer(), account);
            assertThat(admin.post("/api/accounts", Map.of("login", "second", "roles", List.of("EDITOR")))
                            .orFail()
                            .text("agreementNeededBy"))
                    .isNotEmpty();
            Office.confirmDpia(
                            office.officer(),
                            office.proposeDpia("Dossier 9").orFail().text("proposal"))
                    .isRefusal(409, "governance.dpia-same-person");
            admin.post(ROTATION, Map.of()).orFail();
            admin.confirm(ROTATION + "/confirmation").isRefusal(409, "governance.rotation-same-person");
            confirm(office, reported(office, Map.of("everybody", true))).isRefusal(409, "breach.same-person");
        }
    }

    private static String accountByOne(Client admin) {
        Answer made = admin.post("/api/accounts", Map.of("login", "alone", "roles", List.of("EDITOR")))
                .orFail();
        assertThat(made.text("oneTimePassword")).isNotEmpty();
        return made.text("accountId");
    }

    private static void markedFor(Client officer, String account) {
        assertThat(officer.get("/api/accounts").orFail().json().values().stream()
                        .filter(one -> one.path("accountId").asString().equals(account)))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.path("madeByOnePerson").asBoolean()).isTrue());
    }

    private static void dpiaByOne(Office office) {
        String proposal = office.proposeDpia("Dossier 8").orFail().text("proposal");
        JsonNode standing = office.officer().get(DPIA).orFail().json();
        assertThat(standing.path("twoPeople").asBoolean()).isFalse();
        Office.confirmDpia(office.officer(), proposal).orFail();
        assertThat(office.officer()
                        .get(DPIA)
                        .orFail()
                        .json()
                        .path("recognition")
                        .asBoolean())
                .isTrue();
    }

    private static void rotationByOne(Client admin) {
        admin.post(ROTATION, Map.of()).orFail();
        admin.confirm(ROTATION + "/confirmation").orFail();
    }

    /** Of somebody who was enrolled; answers with the erasure case. */
    private static String revocationByOne(Office office) {
        String collection = office.openCollection("Portraits");
        office.allowRecognition(collection);
        Asked asked =
                office.ask(office.register("Somebody", ""), office.publishNotice(), List.of(Office.recognition(30)));
        office.sayYes(asked, 1).orFail();
        Taken photo = office.take(collection, "p.jpg", Pictures.portrait(1).jpeg());
        office.enrol(asked.person(), photo, photo.face(0)).orFail();
        confirm(office, reported(office, Map.of("person", asked.person()))).orFail();
        return Awaitility.await()
                .atMost(Duration.ofSeconds(180))
                .until(
                        () ->
                                office
                                        .officer()
                                        .get("/api/erasure-cases?person=" + asked.person())
                                        .orFail()
                                        .list("items")
                                        .stream()
                                        .filter(one -> one.hasNonNull("closedAt"))
                                        .map(one -> one.path("erasureCaseId").asString())
                                        .findFirst()
                                        .orElse(""),
                        found -> !found.isEmpty());
    }

    private static String reported(Office office, Map<String, ?> whom) {
        Map<String, Object> report = new java.util.HashMap<>(whom);
        report.put("discoveredAt", Instant.now().minusSeconds(60).toString());
        report.put("account", "A laptop was stolen.");
        return office.officer().post("/api/breaches", report).orFail().text("id");
    }

    private static Answer confirm(Office office, String breach) {
        return office.officer().confirm("/api/breaches/" + breach + "/confirmation");
    }

    private static JsonNode secondPerson(Office office, String erasure) {
        return office.officer()
                .get("/api/erasure-cases/" + erasure + "/certificate")
                .orFail()
                .json()
                .path("certificate")
                .path("secondPerson");
    }
}
