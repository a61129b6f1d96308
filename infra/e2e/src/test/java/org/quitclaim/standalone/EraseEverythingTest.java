package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.LeftBecause;
import org.quitclaim.domain.erasure.ErasureEvent;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.face.gallery.FaceprintGallery;
import org.quitclaim.query.projection.RebuildReadModels;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.Opening;
import org.quitclaim.vault.Vault;
import tools.jackson.databind.JsonNode;

/** Somebody who signed, was enrolled, seen and published asks to be erased. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EraseEverythingTest {
    private static final AccessReason CHECK =
            new AccessReason(new Accessor.SystemTask("test"), "SYSTEM", AccessPurpose.AUDIT);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static int names;

    private Path data;
    private Server server;
    private Office office;
    private String notice;
    private String collection;

    @BeforeAll
    void start(@TempDir Path folder) {
        data = folder.resolve("data");
        server = Running.demo(data);
        office = Office.at(server.address());
        office.recordDpia("DPIA 1");
        notice = office.publishNotice();
        collection = office.openCollection("Open day");
        office.allowRecognition(collection);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** A person who said yes, with a faceprint and a photo. */
    private record Somebody(Asked asked, Taken photo) {
        String id() {
            return asked.person();
        }
    }

    private Somebody enrolled() {
        names++;
        String person = office.register("Wilhelmina Voorbeeldsen " + names, "wilhelmina" + names + "@example.org");
        Asked asked = office.ask(person, notice, List.of(Office.recognition(90), Office.website(90)));
        office.sayYes(asked, 2).orFail();
        Taken photo = office.take(
                collection,
                "portrait.jpg",
                Pictures.another(Pictures.portrait(names).jpeg(), names));
        String face = photo.faces().getFirst().path("faceId").asString();
        office.enrol(person, photo, face).orFail();
        office.sight(photo, face, person);
        office.review(photo).orFail();
        return new Somebody(asked, photo);
    }

    private Answer erase(String person, Map<String, ?> demand) {
        return office.erase(person, demand);
    }

    private List<JsonNode> cases(String person) {
        return office.officer()
                .get("/api/erasure-cases?person=" + person)
                .orFail()
                .list("items");
    }

    private JsonNode closed(String person, KeyScope scope) {
        return Awaitility.await("the deletion file of " + scope)
                .atMost(PATIENCE)
                .until(
                        () -> cases(person).stream()
                                .filter(one -> one.path("scope").asString().equals(scope.name()))
                                .findFirst()
                                .orElse(Client.JSON.missingNode()),
                        one -> one.hasNonNull("closedAt"));
    }

    private static List<String> steps(JsonNode file) {
        return file.path("done").values().stream()
                .map(step -> step.path("step").asString())
                .toList();
    }

    @Test
    @Requirement({"R55", "R58", "R62", "R64", "R66", "R69"})
    void afterFullErasureNothingOpensNothingMatchesAndTheFaceIsCovered() throws Exception {
        Somebody somebody = enrolled();
        Answer verdict = office.requestPublication(somebody.photo(), "https://example.org/page")
                .orFail();
        Set<RecordId> records = records(somebody.id());

        JsonNode answer =
                erase(somebody.id(), Map.of("photos", "COVER")).orFail().json();
        assertThat(answer.path("elements").values())
                .extracting(one ->
                        one.path("element").asString() + " " + one.path("goes").asBoolean() + " "
                                + one.path("reason").asString(""))
                .containsExactly("RECOGNITION true ", "IDENTITY true ", "EVIDENCE false erasure.kept-as-proof");
        JsonNode waiting = Awaitility.await("everything but the recipients is done")
                .atMost(PATIENCE)
                .until(
                        () -> identityCase(office, somebody.id()),
                        one -> steps(one).contains("SEARCH_CLEAN"));
        assertThat(steps(waiting)).as("nobody has acknowledged yet").doesNotContain("RECIPIENTS_TOLD");
        assertThat(waiting.hasNonNull("closedAt")).isFalse();
        acknowledge(verdict.text("publicationId"));

        assertThat(steps(closed(somebody.id(), KeyScope.RECOGNITION)))
                .containsExactly(
                        "KEY_DESTROYED",
                        "CIPHERTEXT_DELETED",
                        "GALLERY_CLEARED",
                        "SUGGESTIONS_RETRACTED",
                        "PROJECTIONS_CLEARED",
                        "SEARCH_CLEAN");
        JsonNode identity = closed(somebody.id(), KeyScope.IDENTITY);
        assertThat(steps(identity)).contains("PHOTOS_COVERED", "SIGHTINGS_DETACHED", "RECIPIENTS_TOLD", "SEARCH_CLEAN");
        assertThat(identity.path("awaited").toString()).isEqualTo("[\"EPOCH_RETIRED\"]");

        Vault vault = server.bean(Vault.class);
        for (KeyScope scope : List.of(KeyScope.RECOGNITION, KeyScope.IDENTITY)) {
            assertThat(vault.state(KeyRef.first(new PersonId(somebody.id()), scope)))
                    .hasValue(KeyState.DESTROYED);
        }
        assertThat(vault.openAll(List.copyOf(records), CHECK).values()).allMatch(Opening.Refused.class::isInstance);
        assertThat(server.bean(FaceprintGallery.class).holds(new PersonId(somebody.id())))
                .isFalse();
        assertThat(office.visitor().get(somebody.asked().page()).ok()).isFalse();
        assertThat(office.officer()
                        .post("/api/names", Map.of("ids", List.of(somebody.id())))
                        .orFail()
                        .json()
                        .path("names")
                        .isEmpty())
                .isTrue();
        faceReadsErased(somebody);
        theRetiredEpochIsRecordedOnTheClosedCase(somebody);
        theRebuiltScreensSayTheSame(somebody);
    }

    private Set<RecordId> records(String person) {
        Set<RecordId> records = new HashSet<>();
        server.bean(Streams.class).events(new PersonId(person)).forEach(event -> {
            switch (event) {
                case ConsentEvent.PersonRegistered e -> records.add(e.identity());
                case ConsentEvent.FaceprintEnrolled e -> records.add(e.faceprint());
                default -> {}
            }
        });
        assertThat(records).hasSize(2);
        return records;
    }

    private void acknowledge(String publication) {
        Awaitility.await("a takedown is ordered")
                .atMost(PATIENCE)
                .until(() -> office.editor()
                        .post("/api/takedowns/" + publication + "/acknowledgement")
                        .ok());
    }

    private void faceReadsErased(Somebody somebody) {
        JsonNode photo = office.editor()
                .get("/api/photos/" + somebody.photo().photo())
                .orFail()
                .json();
        JsonNode face = photo.path("faces").get(0);
        assertThat(face.path("standing").asString()).isEqualTo("ERASED");
        assertThat(face.has("personId")).isFalse();
        JsonNode original = photo.path("renditions").values().stream()
                .filter(one -> one.path("original").asBoolean())
                .findFirst()
                .orElseThrow();
        assertThat(original.path("covered").size()).isEqualTo(1);
        assertThat(office.editor()
                        .post(
                                "/api/photos/" + somebody.photo().photo() + "/faces/"
                                        + face.path("faceId").asString() + "/sighting",
                                Map.of("personId", office.register("Somebody Else", "")))
                        .text("code"))
                .isEqualTo("photo.face-erased");
        office.requestPublication(somebody.photo(), "https://example.org/again")
                .isRefusal(404, "photo.unknown-rendition");
    }

    private void theRetiredEpochIsRecordedOnTheClosedCase(Somebody somebody) throws Exception {
        server.bean(Vault.class).epochs().rotate(progress -> {});
        Awaitility.await("the retired epoch is recorded")
                .atMost(PATIENCE)
                .until(() -> cases(somebody.id()).stream()
                        .allMatch(one ->
                                one.path("awaited").isEmpty() && steps(one).contains("EPOCH_RETIRED")));
    }

    private void theRebuiltScreensSayTheSame(Somebody somebody) throws InterruptedException {
        server.bean(RebuildReadModels.class).run(progress -> {});
        JsonNode face = office.editor()
                .get("/api/photos/" + somebody.photo().photo())
                .orFail()
                .json()
                .path("faces")
                .get(0);
        assertThat(face.path("standing").asString()).isEqualTo("ERASED");
    }

    @Test
    @Requirement({"R62", "R64"})
    void whereItIsOrderedThePhotosThatShowHerGoTooAndAreReleasedNoMore() throws Exception {
        Somebody somebody = enrolled();
        String photo = somebody.photo().photo();
        String picture = "/api/photos/" + photo + "/preview";
        office.editor().get(picture).orFail();

        erase(somebody.id(), Map.of("photos", "REMOVE")).orFail();

        assertThat(steps(closed(somebody.id(), KeyScope.IDENTITY))).contains("PHOTOS_REMOVED", "SEARCH_CLEAN");
        assertThat(server.bean(Vault.class).state(KeyRef.first(new PhotoId(photo), KeyScope.PHOTO)))
                .hasValue(KeyState.DESTROYED);
        assertThat(office.editor().get(picture).ok()).isFalse();
        assertThat(office.requestPublication(somebody.photo(), "https://example.org/page")
                        .text("verdict"))
                .isEqualTo("BLOCKED");
        assertThat(office.editor().get("/api/photos?limit=200").orFail().list("items"))
                .noneMatch(one -> one.path("photoId").asString().equals(photo));
    }

    /** Of the picture, not of the person: its bytes are looked for, and its key stands in the certificate. */
    @Test
    @Requirement({"R62", "R64", "R65"})
    void aCopyOfAPhotoThatWasOrderedToGoIsFoundAndTheCertificateNamesItsKey() throws Exception {
        Somebody somebody = enrolled();
        KeyRef photo = KeyRef.first(new PhotoId(somebody.photo().photo()), KeyScope.PHOTO);
        RecordId preview = server.bean(Vault.class).sealedUnder(photo).stream()
                .filter(record -> Files.exists(sealed(record)))
                .findFirst()
                .orElseThrow();
        Path stray = data.resolve("work.db-copy");
        Files.copy(sealed(preview), stray);
        erase(somebody.id(), Map.of("photos", "REMOVE")).orFail();
        JsonNode parked = Awaitility.await("the copy is found")
                .atMost(PATIENCE)
                .until(
                        () -> identityCase(office, somebody.id()),
                        one -> !one.path("parked").isEmpty());
        assertThat(parked.path("parked").toString()).contains("{\"store\":\"work\",\"what\":\"CIPHERTEXT\"}");

        Files.delete(stray);
        String file = "/api/erasure-cases/" + parked.path("erasureCaseId").asString();
        office.officer().post(file + "/retry").orFail();
        closed(somebody.id(), KeyScope.IDENTITY);
        assertThat(office.officer()
                        .get(file + "/certificate")
                        .orFail()
                        .json()
                        .path("certificate")
                        .path("keys")
                        .values())
                .extracting(key -> key.path("scope").asString() + " "
                        + key.path("keyDestroyed").has("at"))
                .containsExactly("IDENTITY true", "PHOTO true");
    }

    private Path sealed(RecordId record) {
        String id = record.value();
        return data.resolve("sealed")
                .resolve(id.substring(RecordId.PREFIX.length(), RecordId.PREFIX.length() + 1))
                .resolve(id);
    }

    @Test
    @Requirement({"R53", "R68"})
    void erasingTwiceIsAClearRefusalAndDemandingTheEvidenceTooIsNot() {
        Somebody somebody = enrolled();
        erase(somebody.id(), Map.of("photos", "LEAVE")).orFail();
        erase(somebody.id(), Map.of()).isRefusal(409, "consent.erasure-already-requested");
        closed(somebody.id(), KeyScope.IDENTITY);
        erase(somebody.id(), Map.of("evidence", true)).orFail();
        assertThat(steps(closed(somebody.id(), KeyScope.EVIDENCE)))
                .containsExactly("KEY_DESTROYED", "CIPHERTEXT_DELETED", "PROJECTIONS_CLEARED", "SEARCH_CLEAN");
        erase(somebody.id(), Map.of("evidence", true)).isRefusal(409, "consent.erasure-already-requested");
        assertThat(cases(somebody.id())).hasSize(3).allMatch(one -> one.hasNonNull("closedAt"));
    }

    /** What the enrolment changed between the reading and the order has to be read first. */
    private Answer erasedOnceRead(String person) {
        Answer answer;
        do {
            answer = erase(person, Map.of("photos", "LEAVE", "evidence", true));
        } while (answer.toString().endsWith("erasure.preview-outdated"));
        return answer;
    }

    @Test
    @Requirement({"R18", "R62", "R66"})
    void erasingDuringAnEnrolmentLeavesNothingHalfErased() throws Exception {
        for (int round = 0; round < 3; round++) {
            names++;
            String person = office.register("Enrolled Meanwhile " + names, "");
            Asked asked = office.ask(person, notice, List.of(Office.recognition(90)));
            office.sayYes(asked, 1).orFail();
            Taken photo = office.take(
                    collection,
                    "race.jpg",
                    Pictures.another(Pictures.portrait(names).jpeg(), names));
            String face = photo.faces().getFirst().path("faceId").asString();
            CompletableFuture<Answer> enrolment =
                    CompletableFuture.supplyAsync(() -> office.enrol(person, photo, face));
            CompletableFuture<Answer> erasure = CompletableFuture.supplyAsync(() -> erasedOnceRead(person));
            erasure.get().orFail();
            assertThat(enrolment.get().status()).isLessThan(500);
            closed(person, KeyScope.RECOGNITION);
            closed(person, KeyScope.IDENTITY);
            closed(person, KeyScope.EVIDENCE);
            Vault vault = server.bean(Vault.class);
            for (KeyScope scope : List.of(KeyScope.RECOGNITION, KeyScope.IDENTITY, KeyScope.EVIDENCE)) {
                KeyRef key = KeyRef.first(new PersonId(person), scope);
                assertThat(vault.state(key)).hasValue(KeyState.DESTROYED);
                assertThat(vault.sealedUnder(key)).isEmpty();
            }
            assertThat(server.bean(FaceprintGallery.class).holds(new PersonId(person)))
                    .isFalse();
        }
    }

    @Test
    @Requirement("R55")
    void nothingIsRecordedAboutSomebodyErased() {
        Somebody somebody = enrolled();
        erase(somebody.id(), Map.of("photos", "LEAVE", "evidence", true)).orFail();
        closed(somebody.id(), KeyScope.EVIDENCE);
        Answer offered = office.offer(somebody.id(), notice, List.of(Office.website(9)));
        offered.isRefusal(409, "consent.person-erased");
        Answer held = office.officer()
                .post(
                        "/api/persons/" + somebody.id() + "/holds",
                        Map.of("element", "IDENTITY", "until", Office.today(30), "reason", "A claim"));
        held.isRefusal(409, "consent.person-erased");
        Answer represented = office.officer()
                .post(
                        "/api/persons/" + somebody.id() + "/representatives",
                        Map.of(
                                "name",
                                "Somebody",
                                "role",
                                "PARENT",
                                "verified",
                                true,
                                "sole",
                                true,
                                "authority",
                                "Register"));
        assertThat(represented.status()).isEqualTo(409);
        assertThat(represented.text("code")).isEqualTo("consent.person-erased");
    }

    @Test
    @Requirement("R67")
    void aHoldKeepsItsElementUntilItIsReleasedWhileTheRestGoes() throws Exception {
        Somebody somebody = enrolled();
        office.officer()
                .post(
                        "/api/persons/" + somebody.id() + "/holds",
                        Map.of("element", "IDENTITY", "until", Office.today(30), "reason", "A claim is pending"))
                .orFail();
        JsonNode answer =
                erase(somebody.id(), Map.of("photos", "REMOVE")).orFail().json();
        assertThat(answer.path("elements").get(1).path("reason").asString()).isEqualTo("erasure.kept-for-a-claim");
        closed(somebody.id(), KeyScope.RECOGNITION);
        KeyRef identity = KeyRef.first(new PersonId(somebody.id()), KeyScope.IDENTITY);
        Vault vault = server.bean(Vault.class);
        assertThat(vault.state(identity)).hasValue(KeyState.ACTIVE);
        JsonNode held = Awaitility.await("the hold is noted")
                .atMost(PATIENCE)
                .until(
                        () -> cases(somebody.id()).stream()
                                .filter(one -> one.path("scope").asString().equals("IDENTITY"))
                                .findFirst()
                                .orElse(Client.JSON.missingNode()),
                        one -> one.hasNonNull("heldUntil"));
        assertThat(held.hasNonNull("closedAt")).isFalse();
        JsonNode gone = Awaitility.await("the photos go during the hold")
                .atMost(PATIENCE)
                .until(
                        () -> identityCase(office, somebody.id()),
                        one -> steps(one).contains("RECIPIENTS_TOLD"));
        assertThat(steps(gone))
                .containsExactly(
                        "COPIES_SETTLED",
                        "PHOTOS_REMOVED",
                        "FILE_WORDS_DESTROYED",
                        "SIGHTINGS_DETACHED",
                        "RECIPIENTS_TOLD");
        assertThat(vault.state(KeyRef.first(new PhotoId(somebody.photo().photo()), KeyScope.PHOTO)))
                .hasValue(KeyState.DESTROYED);
        assertThat(vault.state(identity)).hasValue(KeyState.ACTIVE);
        assertThat(LocalDate.parse(held.path("heldUntil").asString().substring(0, 10)))
                .isAfter(LocalDate.now(Office.ZONE));

        office.officer().remove("/api/persons/" + somebody.id() + "/holds/IDENTITY");
        closed(somebody.id(), KeyScope.IDENTITY);
        assertThat(vault.state(identity)).hasValue(KeyState.DESTROYED);
    }

    @Test
    @Requirement({"R67", "R68"})
    void whySomethingWasHeldOrTookLongerOpensNoMoreWhenTheEvidenceAndTheCaseAreGone() throws Exception {
        Somebody somebody = enrolled();
        hold(somebody, "IDENTITY");
        hold(somebody, "EVIDENCE");
        erase(somebody.id(), Map.of("photos", "LEAVE", "evidence", true)).orFail();
        JsonNode waiting = Awaitility.await("the case is open")
                .atMost(PATIENCE)
                .until(() -> identityCase(office, somebody.id()), one -> one.hasNonNull("heldUntil"));
        String extension = "/api/erasure-cases/" + waiting.path("erasureCaseId").asString() + "/extension";
        LocalDate due = LocalDate.parse(waiting.path("dueOn").asString()).plusMonths(1);
        Map<String, String> longer = Map.of("dueOn", due.toString(), "reason", "Her brother is ill");
        office.officer().post(extension, longer).orFail();
        List<RecordId> reasons = reasons(somebody.id(), waiting);
        Vault vault = server.bean(Vault.class);
        assertThat(vault.openAll(reasons, CHECK).values()).hasSize(3).allMatch(Opening.Opened.class::isInstance);

        for (String element : List.of("IDENTITY", "EVIDENCE")) {
            office.officer().remove("/api/persons/" + somebody.id() + "/holds/" + element);
        }
        closed(somebody.id(), KeyScope.IDENTITY);
        closed(somebody.id(), KeyScope.EVIDENCE);
        assertThat(vault.openAll(reasons, CHECK).values()).allMatch(Opening.Refused.class::isInstance);
        office.officer().post(extension, longer).isRefusal(409, "erasure.already-closed");
    }

    private void hold(Somebody somebody, String element) {
        office.officer()
                .post(
                        "/api/persons/" + somebody.id() + "/holds",
                        Map.of("element", element, "until", Office.today(30), "reason", "Her sister claims"))
                .orFail();
    }

    private List<RecordId> reasons(String person, JsonNode file) {
        Streams streams = server.bean(Streams.class);
        Stream<RecordId> holds = streams.events(new PersonId(person))
                .filter(ConsentEvent.ElementHeld.class::isInstance)
                .map(event -> ((ConsentEvent.ElementHeld) event).reason());
        Stream<RecordId> extensions = streams.events(
                        new ErasureCaseId(file.path("erasureCaseId").asString()))
                .filter(ErasureEvent.DueDateExtended.class::isInstance)
                .map(event -> ((ErasureEvent.DueDateExtended) event).reason());
        return Stream.concat(holds, extensions).toList();
    }

    @Test
    @Requirement("R64")
    void aNameThatLiesAboutIsFoundParkedAndSearchedAgainWhenSomebodyRetries() throws Exception {
        Somebody somebody = enrolled();
        String name = "Wilhelmina Voorbeeldsen " + names;
        Path stray = data.resolve("work.db-stray");
        Files.writeString(stray, "somebody noted " + name + " here", StandardCharsets.UTF_8);
        erase(somebody.id(), Map.of("photos", "LEAVE")).orFail();
        JsonNode parked = Awaitility.await("the finding is parked")
                .atMost(PATIENCE)
                .until(
                        () -> office
                                .officer()
                                .get("/api/erasure-cases?parked=true&person=" + somebody.id())
                                .orFail()
                                .list("items")
                                .stream()
                                .findFirst()
                                .orElse(Client.JSON.missingNode()),
                        one -> !one.path("parked").isEmpty());
        assertThat(parked.path("parked").toString())
                .isEqualTo("[{\"step\":\"SEARCH_CLEAN\",\"why\":\"LEFTOVERS\","
                        + "\"found\":[{\"store\":\"work\",\"what\":\"NAME\"}]}]");
        assertThat(parked.toString()).doesNotContain("Voorbeeldsen");

        Files.delete(stray);
        String retry = "/api/erasure-cases/" + parked.path("erasureCaseId").asString() + "/retry";
        office.officer().post(retry).orFail();
        closed(somebody.id(), KeyScope.IDENTITY);
        office.officer().post(retry).isRefusal(409, "erasure.already-closed");
    }

    @Test
    @Requirement({"R48", "R22", "R68", "R69"})
    void theDueDateAlarmsAndTheEvidenceGoesByItsOwnClock() {
        try (Server own = Running.demo(data.resolveSibling("clock"))) {
            Office there = Office.at(own.address());
            String person = there.register("Lang Geleden Getekend", "lang@example.org");
            Asked asked = there.ask(person, there.publishNotice(), List.of(Office.website(9)));
            there.sayYes(asked, 1).orFail();
            Client admin = Client.visitor(own.address()).as(Role.ADMIN);
            there.officer()
                    .post(
                            "/api/persons/" + person + "/holds",
                            Map.of("element", "IDENTITY", "until", Office.today(5_000), "reason", "A claim"))
                    .orFail();
            moved(admin, 20);
            Awaitility.await("the consent expires")
                    .atMost(PATIENCE)
                    .until(() -> stateOf(own, person).revocations() > 0);
            moved(admin, 20 + 4 * 365);
            assertThat(stateOf(own, person).retention().ordered()).isEmpty();
            moved(admin, 40 + 5 * 366);
            Awaitility.await("the evidence is ordered to go")
                    .atMost(PATIENCE)
                    .until(() -> stateOf(own, person)
                            .retention()
                            .ordered()
                            .containsAll(Set.of(KeyScope.EVIDENCE, KeyScope.IDENTITY)));
            // the due date counts from when the case is opened, which is not before the clock moves on
            Awaitility.await("the case is open")
                    .atMost(PATIENCE)
                    .until(() -> !identityCase(there, person).isMissingNode());
            moved(admin, 40 + 5 * 366 + 40);
            JsonNode overdue = Awaitility.await("the alarm sounds")
                    .atMost(PATIENCE)
                    .until(
                            () -> identityCase(there, person),
                            one -> one.path("alarm").asString("").equals("OVERDUE"));
            String extension =
                    "/api/erasure-cases/" + overdue.path("erasureCaseId").asString() + "/extension";
            LocalDate due = LocalDate.parse(overdue.path("dueOn").asString());
            there.officer()
                    .post(extension, Map.of("dueOn", due.plusMonths(3).toString(), "reason", "Much to do"))
                    .isRefusal(422, "erasure.extension-too-long");
            there.officer()
                    .post(extension, Map.of("dueOn", due.plusMonths(2).toString(), "reason", "Much to do"))
                    .orFail();
            there.officer()
                    .post(extension, Map.of("dueOn", due.plusMonths(2).toString(), "reason", "Much to do"))
                    .isRefusal(409, "erasure.already-extended");
        }
    }

    private static JsonNode identityCase(Office there, String person) {
        return there.officer().get("/api/erasure-cases?person=" + person).orFail().list("items").stream()
                .filter(one -> one.path("scope").asString().equals("IDENTITY"))
                .findFirst()
                .orElse(Client.JSON.missingNode());
    }

    private static void moved(Client admin, int days) {
        admin.post(
                        "/api/demo/clock",
                        Map.of(
                                "to",
                                LocalDate.now(Office.ZONE)
                                        .plusDays(days)
                                        .atTime(12, 0)
                                        .atZone(Office.ZONE)
                                        .toInstant()
                                        .toString()))
                .orFail();
    }

    private static Known stateOf(Server server, String person) {
        return (Known) server.bean(Streams.class).consent(new PersonId(person));
    }

    /** They stay with the person on them, so somebody has to say why; the words go with the proof. */
    @Test
    @Requirement("R53")
    void photosAreLeftOnlyWhereTheOfficerSaysWhyAndTheWordsAreSealed() throws Exception {
        Somebody somebody = enrolled();
        String path = "/api/persons/" + somebody.id() + "/erasure";
        for (String photos : List.of("COVER", "REMOVE")) {
            JsonNode other =
                    office.officer().get(path + "?photos=" + photos).orFail().json();
            assertThat(other.path("originalsStay").asBoolean()).as(photos).isFalse();
            assertThat(other.path("reasonNeeded").asBoolean()).as(photos).isFalse();
        }
        JsonNode preview = office.officer().get(path + "?photos=LEAVE").orFail().json();
        assertThat(preview.path("shownOn").asInt()).isEqualTo(1);
        assertThat(preview.path("originalsStay").asBoolean()).isTrue();
        assertThat(preview.path("reasonNeeded").asBoolean()).isTrue();
        String confirm = preview.path("confirm").asString();
        String refusal = "consent.photos-left-without-reason";
        Map<String, String> bare = Map.of("photos", "LEAVE", "confirm", confirm);
        office.officer().post(path, bare).isRefusal(409, refusal);
        office.officer()
                .post(path, Map.of("photos", "LEAVE", "confirm", confirm, "leftBecause", "ARCHIVE"))
                .isRefusal(409, refusal);
        office.officer()
                .post(path, Map.of("photos", "LEAVE", "confirm", confirm, "reason", "The town keeps them"))
                .isRefusal(409, refusal);
        Map<String, String> unseen =
                Map.of("photos", "LEAVE", "confirm", confirm, "leftBecause", "ARCHIVE", "reason", "\u200b");
        office.officer().post(path, unseen).isRefusal(409, refusal);
        assertThat(cases(somebody.id())).isEmpty();

        erase(somebody.id(), Map.of("photos", "LEAVE")).orFail();
        ConsentEvent.PhotosLeft left = server.bean(Streams.class)
                .events(new PersonId(somebody.id()))
                .filter(ConsentEvent.PhotosLeft.class::isInstance)
                .map(ConsentEvent.PhotosLeft.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(left.because()).isEqualTo(LeftBecause.ARCHIVE);
        Vault vault = server.bean(Vault.class);
        assertThat(vault.openAll(List.of(left.reason()), CHECK).values()).allMatch(Opening.Opened.class::isInstance);
        closed(somebody.id(), KeyScope.IDENTITY);
        erase(somebody.id(), Map.of("evidence", true)).orFail();
        closed(somebody.id(), KeyScope.EVIDENCE);
        assertThat(vault.openAll(List.of(left.reason()), CHECK).values()).allMatch(Opening.Refused.class::isInstance);
    }

    /** An empty body once began an erasure that nobody can take back. */
    @Test
    @Requirement("R53")
    void nobodyErasesWithoutHavingReadWhatItDoes() {
        String person = office.register("Not Yet", "not.yet@example.org");
        String path = "/api/persons/" + person + "/erasure";
        String confirm = office.officer().get(path).orFail().text("confirm");

        office.officer().raw("POST", path, "{}").isRefusal(422, "erasure.not-previewed");
        office.officer().post(path).isRefusal(422, "erasure.not-previewed");
        office.officer()
                .post(path, Map.of("evidence", true, "confirm", confirm))
                .isRefusal(409, "erasure.preview-outdated");
        office.officer()
                .post(path, Map.of("photos", "REMOVE", "confirm", confirm))
                .isRefusal(409, "erasure.preview-outdated");
        office.officer()
                .post(
                        "/api/persons/" + person + "/holds",
                        Map.of("element", "IDENTITY", "until", Office.today(9), "reason", "a claim"))
                .orFail();
        office.officer().post(path, Map.of("confirm", confirm)).isRefusal(409, "erasure.preview-outdated");
        assertThat(cases(person)).isEmpty();

        Answer preview = office.officer().get(path).orFail();
        Answer ordered = office.officer()
                .post(path, Map.of("confirm", preview.text("confirm")))
                .orFail();
        assertThat(ordered.list("elements")).isEqualTo(preview.list("elements"));
    }
}
