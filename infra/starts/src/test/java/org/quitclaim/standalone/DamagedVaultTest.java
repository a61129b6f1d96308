package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.vault.KeyOwner;
import org.quitclaim.vault.KeyStatus;
import org.quitclaim.vault.Vault;
import tools.jackson.databind.JsonNode;

/** A row of keys.db is not what was written: it is said with its cause, counts as a no, and keeps nobody from a no. */
class DamagedVaultTest {
    private static final int IDENTITY = 1;
    private static final int RECOGNITION = 2;
    private static final int PHOTO = 4;

    @TempDir
    Path folder;

    private Path data;
    private Asked asked;
    private Taken photo;

    @BeforeEach
    void live() {
        data = folder.resolve("data");
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            String collection = office.openCollection("Open day");
            asked = office.ask(
                    office.register("Wilhelmina Voorbeeldsen", "w@example.org"),
                    office.publishNotice(),
                    List.of(Office.website(90), Office.recognition(90)));
            office.sayYes(asked, 2).orFail();
            photo = office.take(collection, "p.jpg", Pictures.sky());
            office.mark(photo, asked.person());
            office.review(photo).orFail();
            assertThat(office.requestPublication(photo, "museum.example")
                            .orFail()
                            .text("verdict"))
                    .isEqualTo("CLEARED");
        }
    }

    private void alter(String owner, int scope, String change) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("keys.db"));
                PreparedStatement statement =
                        connection.prepareStatement(change + " WHERE substr(ref,1,30)=? AND substr(ref,31,1)=?")) {
            statement.setBytes(1, owner.getBytes(StandardCharsets.US_ASCII));
            statement.setBytes(2, new byte[] {(byte) scope});
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static final String FLIPPED =
            "UPDATE data_key SET body=CAST(substr(body,1,59)||x'5555'||substr(body,62) AS BLOB)";
    private static final String CALLED_DESTROYED = "UPDATE data_key SET body=CAST(x'03'||substr(body,2) AS BLOB)";

    private static JsonNode history(Office office) {
        return office.officer().get("/api/governance/history").orFail().json();
    }

    @Test
    @Requirement({"R18", "R47"})
    void a_damaged_key_of_a_person_is_told_from_an_erasure_everywhere_and_blocks_what_shows_her() throws Exception {
        alter(asked.person(), IDENTITY, FLIPPED);
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            assertThat(history(office).path("damagedKeys").asInt()).isEqualTo(1);
            assertThat(history(office).path("whole").asBoolean()).isFalse();
            office.officer().get("/api/persons/" + asked.person() + "/details").isRefusal(503, "vault.damaged");
            assertThat(office.officer()
                            .post("/api/names", Map.of("ids", List.of(asked.person())))
                            .orFail()
                            .json()
                            .path("unreadable")
                            .toString())
                    .contains(asked.person());
            JsonNode own = office.visitor().get(asked.page() + "/data").orFail().json();
            assertThat(own.path("unreadable").asInt()).isPositive();
            Answer verdict = office.requestPublication(photo, "other.example").orFail();
            assertThat(verdict.text("verdict")).isEqualTo("BLOCKED");
            assertThat(verdict.json().toString()).contains("vault.key-damaged");
            office.withdraw(asked, false, List.of("WEBSITE")).orFail();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CALLED_DESTROYED, FLIPPED})
    @Requirement({"R18", "R65"})
    void a_damaged_faceprint_key_is_destroyed_by_a_withdrawal_and_the_certificate_says_what_was_damaged(String damage)
            throws Exception {
        alter(asked.person(), RECOGNITION, damage);
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            Vault vault = server.bean(Vault.class);
            office.withdraw(asked, true, List.of()).orFail();
            Awaitility.await().atMost(Duration.ofSeconds(180)).untilAsserted(() -> {
                for (KeyStatus key :
                        vault.generations(KeyOwner.of(new PersonId(asked.person())), KeyScope.RECOGNITION)) {
                    assertThat(vault.receipt(key.key())).isPresent();
                }
            });
            assertThat(history(office).path("damagedKeys").asInt()).isZero();
            // of a key that was only called destroyed, the key itself lay there and was destroyed
            assertThat(certificate(office, "RECOGNITION")
                            .path("checks")
                            .toString()
                            .contains("KEY_WAS_DAMAGED"))
                    .isEqualTo(damage.equals(FLIPPED));
        }
    }

    @Test
    @Requirement({"R18", "R65"})
    void a_photo_whose_key_was_damaged_is_removed_with_her_and_her_certificate_says_so() throws Exception {
        alter(photo.photo(), PHOTO, FLIPPED);
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            assertThat(history(office).path("damagedKeys").asInt()).isEqualTo(1);

            office.erase(asked.person(), Map.of("photos", "REMOVE")).orFail();

            Vault vault = server.bean(Vault.class);
            Awaitility.await().atMost(Duration.ofSeconds(180)).untilAsserted(() -> {
                assertThat(vault.generations(KeyOwner.of(new PhotoId(photo.photo())), KeyScope.PHOTO))
                        .allSatisfy(key -> assertThat(vault.receipt(key.key())).isPresent());
                assertThat(certificate(office, "IDENTITY").path("checks").toString())
                        .contains("KEY_WAS_DAMAGED");
            });
            assertThat(history(office).path("damagedKeys").asInt()).isZero();
            assertThat(certificate(office, "RECOGNITION").path("checks").toString())
                    .as("her own keys were whole")
                    .doesNotContain("KEY_WAS_DAMAGED");
        }
    }

    private JsonNode certificate(Office office, String scope) {
        String id = office.officer().get("/api/erasure-cases?person=" + asked.person()).orFail().list("items").stream()
                .filter(one -> one.path("scope").asString().equals(scope))
                .map(one -> one.path("erasureCaseId").asString())
                .findFirst()
                .orElseThrow();
        return office.officer()
                .get("/api/erasure-cases/" + id + "/certificate")
                .orFail()
                .json()
                .path("certificate");
    }

    @Test
    void a_photo_whose_key_is_lost_is_refused_as_damaged_and_nothing_fails() throws Exception {
        alter(photo.photo(), PHOTO, "DELETE FROM data_key");
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            assertThat(history(office).path("damagedKeys").asInt()).isEqualTo(1);
            office.editor().get("/api/photos/" + photo.photo() + "/preview").isRefusal(503, "vault.damaged");
            office.requestPublication(photo, "other.example").isRefusal(503, "vault.damaged");
            office.withdraw(asked, false, List.of("WEBSITE")).orFail();
        }
    }
}
