package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.faceprint.RecognitionModel;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Faceprint;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.drawn.pack.ToyPack;
import org.quitclaim.face.gallery.FaceprintGallery;
import org.quitclaim.face.pack.PackFolder;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Vault;

/** Kills the process while people are enrolled anew for another model pack. */
class KilledWhileEnrolledAnewTest {
    private static final int PEOPLE = 8;
    private static final String PATH = "/api/governance/re-enrolment";
    private static final byte[] FACE = Pictures.portrait(21).jpeg();

    @TempDir
    Path folder;

    private Path pack;
    private Path data;

    @BeforeEach
    void choose() throws IOException {
        String shared = System.getenv("QUITCLAIM_TEST_DATA");
        assumeTrue(shared != null && !shared.isBlank(), "QUITCLAIM_TEST_DATA names no folder");
        pack = Files.createDirectories(folder.resolve("own"));
        data = folder.resolve("data");
        new ToyPack(pack).write(Path.of(shared, "models", ToyPack.DETECTOR));
        System.setProperty(PackFolder.PACK_PROPERTY, pack.toString());
    }

    @AfterEach
    void chooseNothing() {
        System.clearProperty(PackFolder.PACK_PROPERTY);
    }

    @Test
    @Requirement("R82")
    void everybody_is_enrolled_anew_once_and_nothing_of_the_pack_before_is_left_after_a_restart() throws Exception {
        List<PersonId> people = new ArrayList<>();
        try (Server server = Running.demo(data)) {
            people.addAll(enrolled(Office.at(server.address())));
        }
        String text = Files.readString(pack.resolve("pack.json"));
        Files.writeString(
                pack.resolve("pack.json"),
                text.replace("\"scale\": 1, \"dimension\"", "\"scale\": 0.5, \"dimension\""));
        try (ChildProcess child = ChildProcess.start(
                List.of(),
                System.getProperty("java.class.path"),
                List.of("-D" + PackFolder.PACK_PROPERTY + "=" + pack),
                DemoServerProcess.class,
                folder.resolve("output"),
                data.toString())) {
            Office.at(child.address()).recordDpia("DPIA 2026-6");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(180))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> retired() > 0);
            child.kill();
        }
        assertThat(retired()).as("done before the kill").isBetween(1, PEOPLE - 1);

        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            Rest.until(
                    "everybody is enrolled anew",
                    () -> office.officer()
                                    .get(PATH)
                                    .orFail()
                                    .json()
                                    .path("outdated")
                                    .asInt()
                            == 0);
            assertThat(server.bean(FaceprintGallery.class).size()).isEqualTo(PEOPLE);
            String name = server.bean(RecognitionModel.class).name();
            for (PersonId person : people) {
                List<Faceprint> left = ((Known) server.bean(Streams.class).consent(person))
                        .recognition()
                        .faceprints();
                assertThat(left).hasSize(1).allMatch(one -> one.pack().equals(name));
                assertThat(server.bean(Vault.class)
                                .sealedUnder(KeyRef.of(person, KeyScope.RECOGNITION, new KeyGeneration(1))))
                        .containsExactly(left.getFirst().record());
            }
        }
    }

    private static List<PersonId> enrolled(Office office) {
        String notice = office.publishNotice();
        String collection = office.openCollection("Held here");
        office.allowRecognition(collection);
        office.recordDpia("DPIA 2026-5");
        List<PersonId> people = new ArrayList<>();
        for (int number = 0; number < PEOPLE; number++) {
            Asked asked = office.ask(
                    office.register("Person " + number, number + "@example.org"),
                    notice,
                    List.of(Office.recognition(300)));
            office.sayYes(asked, 1).orFail();
            Taken portrait = office.take(collection, number + ".jpg", Pictures.another(FACE, number));
            office.enrol(asked.person(), portrait, portrait.face(0)).orFail();
            people.add(new PersonId(asked.person()));
        }
        return people;
    }

    private int retired() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("events.db"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from events where event_type = 'consent.faceprints-retired'")) {
            return row.getInt(1);
        }
    }
}
