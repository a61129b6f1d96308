package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.photo.PhotoCommand.ConfirmSighting;
import org.quitclaim.domain.photo.PhotoCommand.SuggestMatch;
import org.quitclaim.face.pack.PackFolder;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import tools.jackson.databind.JsonNode;

/** Real people, the pack that comes along, and a shoot whose policy confirms by itself what is strong and unambiguous. */
@Requirement({"R43", "R82"})
class ConfirmedByPolicyTest {
    private static final List<String> PEOPLE = List.of("p000", "p003", "p005", "p006");

    @TempDir
    private Path folder;

    private Path faces;
    private Path pack;
    private @Nullable Office at;
    private String collection = "";
    private final List<Asked> people = new ArrayList<>();

    @BeforeEach
    void choose() throws IOException {
        String shared = System.getenv("QUITCLAIM_TEST_DATA");
        assumeTrue(shared != null && !shared.isBlank(), "QUITCLAIM_TEST_DATA names no folder");
        faces = Path.of(shared, "faces");
        assumeTrue(Files.isDirectory(faces), "The shared test data holds no photos of real people");
        pack = Files.createDirectories(folder.resolve("pack"));
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("quitclaim.models"), "face-api"))) {
            for (Path file : files.toList()) {
                Files.copy(file, pack.resolve(file.getFileName()));
            }
        }
        System.setProperty(PackFolder.PACK_PROPERTY, pack.toString());
    }

    @AfterEach
    void chooseNothing() {
        System.clearProperty(PackFolder.PACK_PROPERTY);
    }

    @Test
    void what_a_policy_confirmed_is_released_after_a_human_saw_it_and_of_one_person_twice_it_confirms_neither()
            throws IOException {
        automaticFrom(PEOPLE.size());
        try (Server server = Running.demo(folder.resolve("data"))) {
            prepare(server);
            Taken photo = reviewed("alone.jpg", picture(true, false));
            Taken twice = office().take(collection, "twice.jpg", picture(true, true));
            assertThat(twice.faces()).hasSize(2);

            attest(List.of(photo, twice));
            Rest.await(server);

            assertThat(standings(photo)).containsExactly("SIGHTED");
            assertThat(view(photo).path("faces").get(0).path("personId").asString())
                    .isEqualTo(people.getFirst().person());
            assertThat(standings(twice)).as("two faces of one photo").containsExactly("OPEN", "OPEN");
            assertThat(suggested(twice)).contains(people.getFirst().person());
            assertThat(blocked(photo, "https://example.org/unseen")).contains("photo.confirmed-unseen");
            assertThat(office().reasons(photo).toString()).contains("photo.confirmed-unseen");

            office().review(photo).orFail();

            assertThat(office().requestPublication(photo, "https://example.org/seen")
                            .text("verdict"))
                    .isEqualTo("CLEARED");
        }
    }

    /** A face of one photo is compared today, and the other tomorrow. */
    @Test
    void a_later_run_that_finds_the_same_person_again_on_the_photo_opens_what_the_policy_had_confirmed()
            throws IOException {
        automaticFrom(PEOPLE.size());
        try (Server server = Running.demo(folder.resolve("data"))) {
            prepare(server);
            Taken twice = office().take(collection, "twice.jpg", picture(true, true));
            attest(List.of(twice), List.of(twice.face(1)));
            Rest.await(server);
            Rest.until("the policy", () -> standings(twice).contains("SIGHTED"));
            assertThat(standings(twice)).containsExactly("SIGHTED", "OPEN");

            attest(List.of(twice), List.of());
            Rest.await(server);

            Rest.until("the later run", () -> standings(twice).equals(List.of("OPEN", "OPEN")));
            view(twice)
                    .path("faces")
                    .valueStream()
                    .forEach(face -> assertThat(face.path("suggestions").toString())
                            .contains(people.getFirst().person()));
            office().sight(twice, twice.face(0), people.getFirst().person());
            assertThat(standings(twice)).containsExactly("SIGHTED", "OPEN");
        }
    }

    /** She says no once the comparison is made, and before what came of it is recorded. */
    @ParameterizedTest
    @ValueSource(classes = {SuggestMatch.class, ConfirmSighting.class})
    void a_no_in_the_instant_of_a_match_leaves_no_suggestion_and_no_link_by_policy(Class<?> recorded) throws Exception {
        automaticFrom(PEOPLE.size());
        try (Server server = Running.demo(folder.resolve("data"))) {
            prepare(server);
            Taken photo = reviewed("alone.jpg", picture(true, false));
            AtomicInteger withdrawals = new AtomicInteger();
            MessageDispatchInterceptor<CommandMessage<?>> no = _ -> (_, command) -> {
                if (recorded.isInstance(command.getPayload()) && withdrawals.getAndIncrement() == 0) {
                    office().withdraw(people.getFirst(), true, List.of("WEBSITE"))
                            .orFail();
                }
                return command;
            };
            try (Registration _ = server.bean(CommandBus.class).registerDispatchInterceptor(no)) {
                attest(List.of(photo));
                Rest.await(server);
            }

            assertThat(withdrawals).hasPositiveValue();
            assertThat(standings(photo)).containsExactly("OPEN");
            assertThat(suggested(photo)).doesNotContain(people.getFirst().person());
            assertThat(blocked(photo, "https://example.org/open")).contains("photo.face-open");
        }
    }

    @Test
    void among_fewer_people_than_were_measured_a_policy_confirms_nobody() throws IOException {
        automaticFrom(PEOPLE.size() + 1);
        try (Server server = Running.demo(folder.resolve("data"))) {
            prepare(server);
            Taken photo = reviewed("alone.jpg", picture(true, false));

            attest(List.of(photo));
            Rest.await(server);

            assertThat(standings(photo)).containsExactly("OPEN");
            assertThat(suggested(photo)).contains(people.getFirst().person(), "STRONG");
            assertThat(blocked(photo, "https://example.org/open")).contains("photo.face-open");
        }
    }

    /** The pack that comes along was measured for more people than these; a pack of one's own says its own number. */
    private void automaticFrom(int number) throws IOException {
        Path description = pack.resolve("pack.json");
        String before = Files.readString(description);
        String after = before.replaceFirst("\"automaticFrom\"\\s*:\\s*\\d+", "\"automaticFrom\" : " + number);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(description, after);
    }

    private void prepare(Server server) throws IOException {
        Office office = Office.at(server.address());
        at = office;
        String notice = office.publishNotice();
        collection = office.openCollection("Real people");
        office.officer()
                .put(
                        "/api/collections/" + collection + "/recognition-policy",
                        Map.of("mode", "RECOGNISE_ATTESTED", "widest", "PARTICIPANTS", "automatic", "STRONG_ONLY"))
                .orFail();
        office.recordDpia("DPIA 2026-7");
        for (String label : PEOPLE) {
            Asked asked = office.ask(
                    office.register(label, label + "@example.org"),
                    notice,
                    List.of(Office.recognition(300), Office.website(300)));
            office.sayYes(asked, 2).orFail();
            office.officer()
                    .uploadTo("/api/persons/" + asked.person() + "/faceprint", "", "portrait.jpg", portrait(label))
                    .orFail();
            people.add(asked);
        }
        office.editor()
                .put(
                        "/api/collections/" + collection + "/participants",
                        Map.of("add", people.stream().map(Asked::person).toList(), "remove", List.of()))
                .orFail();
    }

    private Office office() {
        return Objects.requireNonNull(at, "the office opens first");
    }

    private byte[] portrait(String label) throws IOException {
        return Files.readAllBytes(faces.resolve("people").resolve(label).resolve("1.jpg"));
    }

    /** The first of them on a wall, at the left, at the right, or both. */
    private byte[] picture(boolean left, boolean right) throws IOException {
        BufferedImage her = ImageIO.read(new ByteArrayInputStream(portrait(PEOPLE.getFirst())));
        BufferedImage wall = new BufferedImage(900, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = wall.createGraphics();
        if (left) {
            graphics.drawImage(her, 80, 70, null);
        }
        if (right) {
            graphics.drawImage(her, 500, 90, null);
        }
        graphics.dispose();
        return Pictures.written(wall, "png");
    }

    private Taken reviewed(String name, byte[] file) {
        Taken photo = office().take(collection, name, file);
        assertThat(photo.faces()).hasSize(1);
        office().review(photo).orFail();
        return photo;
    }

    private void attest(List<Taken> photos) {
        attest(photos, List.of());
    }

    private void attest(List<Taken> photos, List<String> leaveOut) {
        office().photographer()
                .post(
                        "/api/photos/attestations",
                        Map.of(
                                "photoIds",
                                photos.stream().map(Taken::photo).toList(),
                                "leaveOut",
                                leaveOut,
                                "scope",
                                "PARTICIPANTS"))
                .orFail();
    }

    private String blocked(Taken photo, String where) {
        Answer answer = office().requestPublication(photo, where);
        assertThat(answer.text("verdict")).isEqualTo("BLOCKED");
        return answer.json().path("reasons").toString();
    }

    private JsonNode view(Taken photo) {
        return office().editor().get("/api/photos/" + photo.photo()).orFail().json();
    }

    private List<String> standings(Taken photo) {
        return view(photo)
                .path("faces")
                .valueStream()
                .map(face -> face.path("standing").asString())
                .toList();
    }

    private String suggested(Taken photo) {
        return view(photo)
                .path("faces")
                .valueStream()
                .map(face -> face.path("suggestions").toString())
                .reduce("", String::concat);
    }
}
