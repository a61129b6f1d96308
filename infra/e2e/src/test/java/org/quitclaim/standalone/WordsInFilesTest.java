package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.PhotoEvent.FileWordsKept;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import tools.jackson.databind.JsonNode;

/** What files say beside their pictures: offered, never believed, and gone with whom they name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WordsInFilesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private Server server;
    private Office office;
    private String notice;
    private int photos = 9_000;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        office = Office.at(server.address());
        notice = office.publishNotice();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Taken take(String collection, String regions) {
        photos++;
        return office.take(
                collection, "p.jpg", NamedFaces.saying(Pictures.another(PhotoOfTwo.jpeg(), photos), regions));
    }

    private static String path(Taken photo) {
        return "/api/photos/" + photo.photo() + "/file-words";
    }

    private String takingPart(String collection, String name) {
        String person = office.register(name, "");
        office.editor()
                .put("/api/collections/" + collection + "/participants", Map.of("add", List.of(person)))
                .orFail();
        return person;
    }

    @Test
    void whoTakesPartIsProposedAndNobodyElseIsNamed() {
        String collection = office.openCollection("Open day");
        String anna = takingPart(collection, "Ánna Zonderling");
        office.register("Bert Elsewhere", "");
        Taken photo = take(
                collection,
                NamedFaces.region("Zonderling, Anna", 0.9, 0.9)
                        + NamedFaces.region("Bert Elsewhere", 0.1, 0.9)
                        + NamedFaces.region("", 0.5, 0.9));

        Answer said = office.photographer().get(path(photo)).orFail();

        assertThat(said.list("places")).hasSize(3);
        assertThat(said.list("places").get(0).path("maybe").toString()).isEqualTo("[\"" + anna + "\"]");
        assertThat(said.list("places").get(1).path("maybe")).isEmpty();
        assertThat(said.json().path("namesOfOthers").asInt()).isEqualTo(1);
        assertThat(said.json().path("madeBy").path("creator").asString()).isEqualTo("Fotograaf Voorbeeld");
        assertThat(said.json().toString()).doesNotContain("Zonderling", "Elsewhere", "52.3");
        assertThat(office.editor().get(path(photo)).orFail().json().toString())
                .as("it is not wanted here")
                .doesNotContain("52.3", "Fotograaf");
        office.visitor().as(Role.AUDITOR).get(path(photo)).isRefusal(403, "access.not-allowed");
        assertThat(server.bean(Streams.class).events(new PhotoId(photo.photo())).toList())
                .filteredOn(FileWordsKept.class::isInstance)
                .singleElement()
                .asString()
                .contains("places=3")
                .doesNotContain("Zonderling");

        Answer drawn = office.photographer()
                .post(
                        "/api/photos/" + photo.photo() + "/faces",
                        Map.of(
                                "box",
                                Client.JSON.convertValue(
                                        said.list("places").get(0).path("box"), Map.class),
                                "kind",
                                "FACE"))
                .orFail();
        office.sight(photo, drawn.text("faceId"), anna);
        assertThat(office.photographer()
                        .get(path(photo))
                        .orFail()
                        .list("places")
                        .getFirst()
                        .path("faceId")
                        .asString())
                .isEqualTo(drawn.text("faceId"));
    }

    @Test
    void whatBelongsToAnotherShootReadsLikeWhatDoesNotExist() {
        Answer theirs = office.editor()
                .post("/api/collections", Map.of("name", "Theirs"))
                .orFail();
        photos++;
        Answer photo = office.editor()
                .upload(
                        theirs.text("collectionId"),
                        "p.jpg",
                        NamedFaces.saying(
                                Pictures.another(PhotoOfTwo.jpeg(), photos), NamedFaces.region("Anna", 0.5, 0.9)))
                .orFail();
        office.photographer()
                .get("/api/photos/" + photo.text("photoId") + "/file-words")
                .isRefusal(404, "photo.unknown");
    }

    @Test
    void whoeverIsRestrictedIsNotProposed() {
        String collection = office.openCollection("Restricted day");
        String person = takingPart(collection, "Dirk Beperkt");
        Taken photo = take(collection, NamedFaces.region("Dirk Beperkt", 0.9, 0.9));
        office.officer()
                .post("/api/persons/" + person + "/restriction", Map.of("basis", "OBJECTION"))
                .orFail();
        Answer said = office.photographer().get(path(photo)).orFail();
        assertThat(said.list("places").getFirst().path("maybe")).isEmpty();
        assertThat(said.json().path("namesOfOthers").asInt()).isEqualTo(1);
    }

    private void erased(String person) {
        office.erase(person, Map.of("photos", "COVER")).orFail();
        Awaitility.await("what files say of her is gone")
                .atMost(PATIENCE)
                .until(() -> office.officer().get("/api/erasure-cases?person=" + person).orFail().list("items").stream()
                        .filter(one -> one.path("scope").asString().equals("IDENTITY"))
                        .flatMap(one -> one.path("done").values().stream())
                        .map(step -> step.path("step").asString())
                        .anyMatch("SIGHTINGS_DETACHED"::equals));
    }

    private KeyState key(Taken photo) throws VaultException {
        return server.bean(Vault.class)
                .state(KeyRef.first(new PhotoId(photo.photo()), KeyScope.EDITORIAL))
                .orElseThrow();
    }

    @Test
    void anErasureTakesWhatNamesHerAndWhatShowsHerAndLeavesTheRest() throws VaultException {
        String collection = office.openCollection("Erasure day");
        String clara = takingPart(collection, "Clara Vergeten");
        Taken named = take(
                collection,
                NamedFaces.region("vergeten, clara", 0.9, 0.9) + NamedFaces.region("Somebody Else", 0.1, 0.9));
        Taken shown = take(collection, NamedFaces.region("Mama", 0.9, 0.9));
        Taken other = take(collection, NamedFaces.region("Emma Blijft", 0.9, 0.9));
        office.sight(shown, shown.face(0), clara);

        erased(clara);

        assertThat(key(named)).isEqualTo(KeyState.DESTROYED);
        assertThat(key(shown)).isEqualTo(KeyState.DESTROYED);
        assertThat(key(other)).isEqualTo(KeyState.ACTIVE);
        assertThat(office.photographer().get(path(named)).orFail().list("places"))
                .isEmpty();
        assertThat(office.photographer().get(path(other)).orFail().list("places"))
                .hasSize(1);
    }

    @Test
    void aRemovedPhotoTakesItsWordsAlong() throws VaultException {
        String collection = office.openCollection("Removal day");
        Taken photo = take(collection, NamedFaces.region("Anna", 0.9, 0.9));
        office.editor().remove("/api/photos/" + photo.photo()).orFail();
        assertThat(key(photo)).isEqualTo(KeyState.DESTROYED);
    }

    @Test
    void herOwnDataHoldsWhatTheFileSaidOfHer() {
        String collection = office.openCollection("Own data day");
        String person = takingPart(collection, "Greta Gevonden");
        Asked asked = office.ask(person, notice, List.of(Office.website(90)));
        office.sayYes(asked, 1).orFail();
        Taken photo = take(
                collection, NamedFaces.region("Gevonden, Greta", 0.9, 0.9) + NamedFaces.region("Not Hers", 0.1, 0.9));
        office.sight(photo, photo.face(0), person);
        JsonNode data = office.visitor().get(asked.page() + "/data").orFail().json();
        assertThat(data.path("inFiles").size()).isEqualTo(1);
        assertThat(data.path("inFiles").get(0).path("names").toString()).isEqualTo("[\"Gevonden, Greta\"]");
        assertThat(data.toString()).doesNotContain("Not Hers");
    }

    @Test
    void whereItWasTakenIsForEditorsWhereItIsWantedAndPeopleAreLeftOutWhereTheyAreNot(@TempDir Path folder) {
        try (Server wanting = Running.demo(
                folder.resolve("data"), Map.of("quitclaim.files.location", true, "quitclaim.files.people", false))) {
            Office there = Office.at(wanting.address());
            String collection = there.openCollection("Place day");
            Taken photo = there.take(
                    collection, "p.jpg", NamedFaces.saying(PhotoOfTwo.jpeg(), NamedFaces.region("Anna", 0.9, 0.9)));
            Answer editor = there.editor().get(path(photo)).orFail();
            assertThat(editor.json().path("location").path("latitude").asDouble())
                    .isEqualTo(52.375);
            assertThat(editor.list("places")).isEmpty();
            assertThat(there.photographer()
                            .get(path(photo))
                            .orFail()
                            .json()
                            .path("location")
                            .isNull())
                    .isTrue();
        }
    }
}
