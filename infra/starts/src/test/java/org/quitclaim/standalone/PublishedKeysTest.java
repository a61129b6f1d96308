package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.certificate.KnownKeys;
import org.quitclaim.certificate.VerificationKey;
import org.quitclaim.command.publication.PublishedKeysCheck;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;

/** The keys that others check with and the keys that sign are changed apart from each other while nobody serves them. */
class PublishedKeysTest {
    @TempDir
    Path folder;

    private Path data;
    private Path published;
    private Asked asked;
    private Taken photo;
    private String erasure;

    @BeforeEach
    void live() {
        data = folder.resolve("data");
        published = data.resolve(KnownKeys.FILE);
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            String notice = office.publishNotice();
            asked = office.ask(office.register("Wilhelmina Voorbeeldsen", ""), notice, List.of(Office.website(90)));
            office.sayYes(asked, 1).orFail();
            photo = office.take(office.openCollection("Open day"), "p.jpg", Pictures.sky());
            office.mark(photo, asked.person());
            office.review(photo).orFail();
            String gone = office.register("Pieter Voorbeeldsen", "");
            office.erase(gone, Map.of()).orFail();
            Rest.await(server);
            erasure = office.officer()
                    .get("/api/erasure-cases?person=" + gone)
                    .orFail()
                    .list("items")
                    .getFirst()
                    .path("erasureCaseId")
                    .asString();
        }
    }

    @Test
    @Requirement("R90")
    void the_first_start_writes_what_is_served_and_later_ones_agree_with_it() throws IOException {
        String before = Files.readString(published);
        try (Server server = Running.demo(data)) {
            assertThat(server.bean(PublishedKeysCheck.class).problem()).isEmpty();
            assertThat(jwks(server).json().toString())
                    .isEqualTo(Client.JSON.readTree(before).toString());
            signs(Office.at(server.address()), server);
        }
        assertThat(Files.readString(published)).isEqualTo(before);
    }

    @Test
    @Requirement("R90")
    void a_published_key_that_was_exchanged_stops_signing_and_nothing_else() throws Exception {
        String before = Files.readString(published);
        String own = KnownKeys.parse(Files.readAllBytes(published))
                .keys()
                .values()
                .iterator()
                .next()
                .x();
        Files.writeString(published, before.replace(own, stranger().x()));
        assertThat(Files.readString(published)).isNotEqualTo(before);
        nothingIsSignedAndAWithdrawalWorks();
        Files.delete(published);
        try (Server server = Running.demo(data)) {
            assertThat(Files.readString(published)).isEqualTo(before);
            assertThat(server.bean(PublishedKeysCheck.class).problem()).isEmpty();
        }
    }

    @Test
    void a_published_key_that_was_added_stops_signing() throws Exception {
        String more = Client.JSON.writeValueAsString(KnownKeys.jwk(stranger()));
        Files.writeString(
                published, Files.readString(published).replaceFirst("\"keys\":\\[", "\"keys\":[" + more + ","));
        nothingIsSignedAndAWithdrawalWorks();
    }

    @Test
    void a_signing_key_that_was_lost_is_not_replaced_unnoticed() throws Exception {
        String before = Files.readString(published);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("keys.db"));
                Statement change = connection.createStatement()) {
            assertThat(change.executeUpdate("delete from secret where name = 'certificate-es256'"))
                    .isOne();
        }
        nothingIsSignedAndAWithdrawalWorks();
        assertThat(Files.readString(published)).isEqualTo(before);
    }

    private void nothingIsSignedAndAWithdrawalWorks() {
        try (Server server = Running.demo(data)) {
            assertThat(server.bean(PublishedKeysCheck.class).problem().orElseThrow())
                    .contains("nothing is signed", "start again", "[signing.keys-differ]")
                    .doesNotContain("\n");
            Office office = Office.at(server.address());
            refused(certificate(office));
            refused(office.requestPublication(photo, "museum.example"));
            refused(jwks(server));
            office.withdraw(asked, false, List.of("WEBSITE")).orFail();
        }
    }

    private void signs(Office office, Server server) {
        certificate(office).orFail();
        assertThat(office.requestPublication(photo, "museum.example").orFail().text("verdict"))
                .isEqualTo("CLEARED");
    }

    private static void refused(Answer answer) {
        answer.isRefusal(503, "signing.keys-differ");
    }

    private Answer certificate(Office office) {
        return office.officer().get("/api/erasure-cases/" + erasure + "/certificate", "application/json");
    }

    private static Answer jwks(Server server) {
        return Client.visitor(server.address()).get("/.well-known/jwks.json");
    }

    private static VerificationKey stranger() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return VerificationKey.of((ECPublicKey) generator.generateKeyPair().getPublic());
    }
}
