package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.command.faceprint.RecognitionModel;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.face.permit.PermitIssuer;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;

/** How many faces are embedded, counted at the network itself while a whole server is asked over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecognitionTest {
    private static final byte[] HER = Pictures.portrait(21).jpeg();
    private static final byte[] STRANGER = Pictures.portrait(22).jpeg();

    private Server server;
    private Office office;
    private String notice;
    private String collection;
    private int number;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        office = Office.at(server.address());
        notice = office.publishNotice();
        collection = office.openCollection("Recognition");
        office.allowRecognition(collection);
        office.recordDpia("DPIA 2026-4");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @Requirement("R26")
    void takingAPhotoInAndNamingSomebodyByHandEmbedsNobody() {
        long before = embedded();
        Taken photo = taken(STRANGER);
        office.sight(photo, face(photo), signedUp().person());

        assertThat(embedded()).isEqualTo(before);
    }

    @Test
    @Requirement("R26")
    void ofTheFacesExactlyThoseThatWereAttestedAreEmbedded() {
        Asked her = enrolled();
        Taken attested = taken(HER);
        Taken leftOut = taken(STRANGER);
        long before = embedded();

        attest(List.of(attested.photo(), leftOut.photo()), List.of(face(leftOut)))
                .orFail();

        assertThat(embedded()).isEqualTo(before + 1);
        assertThat(suggestedOn(attested)).contains(her.person());
        assertThat(suggestedOn(leftOut)).isEmpty();
    }

    /** Every revocation outdates the facts of every permit that is just being asked for. */
    @Test
    void whatIsTakenBackElsewhereInTheSameMomentStopsNoRun() {
        enrolled();
        Taken photo = taken(HER);
        PersonId somebodyElse = new PersonId(signedUp().person());
        PermitIssuer permits = server.bean(PermitIssuer.class);

        try (ScheduledExecutorService busy = Executors.newSingleThreadScheduledExecutor()) {
            busy.scheduleAtFixedRate(() -> permits.voidFor(somebodyElse), 0, 3, TimeUnit.MILLISECONDS);
            for (int run = 0; run < 10; run++) {
                attest(List.of(photo.photo()), List.of()).orFail();
            }
        }
    }

    @Test
    void aDesignatedFaceIsComparedWithThatPersonOnlyAndSuggestsHer() {
        Asked twin = enrolled();
        Asked her = enrolled();
        Taken photo = taken(HER);
        long before = embedded();

        Answer answer = compare(photo, her).orFail();

        assertThat(embedded()).isEqualTo(before + 1);
        assertThat(answer.json().path("suggested").asBoolean()).isTrue();
        assertThat(answer.text("band")).isEqualTo("STRONG");
        assertThat(suggestedOn(photo)).contains(her.person()).doesNotContain(twin.person());
    }

    @Test
    void aDesignatedFaceThatIsSomebodyElseSuggestsNobody() {
        Asked her = enrolled();
        Taken photo = taken(STRANGER);

        Answer answer = compare(photo, her).orFail();

        assertThat(answer.json().path("suggested").asBoolean()).isFalse();
        assertThat(suggestedOn(photo)).isEmpty();
    }

    @Test
    @Requirement({"R26", "R28"})
    void whatMayNotBeComparedIsNotEmbedded() {
        Asked her = enrolled();
        Asked neverEnrolled = signedUp();
        Asked withdrawn = enrolled();
        office.withdraw(withdrawn, true, List.of()).orFail();
        Taken photo = taken(HER);
        String quiet = office.openCollection("Only boxes");
        Taken elsewhere = office.take(quiet, "photo.jpg", Pictures.another(HER, number++));
        Taken named = taken(HER);
        office.sight(named, face(named), her.person());
        long before = embedded();

        compare(photo, neverEnrolled).isRefusal(409, "faceprint.none");
        compare(photo, withdrawn).isRefusal(409, "permit.no-live-grant");
        compare(elsewhere, her).isRefusal(409, "permit.collection-detect-only");
        compare(named, her).isRefusal(409, "photo.not-attestable");
        compare(photo, "fac_aaaaaaaaaaaaaaaaaaaaaaaaaa", her).isRefusal(404, "photo.unknown-face");
        assertThat(embedded()).isEqualTo(before);
        assertThat(suggestedOn(photo)).isEmpty();
    }

    /** Two photos of somebody whom nobody registered: nothing says who it is, nor that it is the same person. */
    @Test
    @Requirement("R27")
    void a_stranger_is_neither_named_nor_recognised_from_one_photo_to_the_next() {
        enrolled();
        Taken first = taken(STRANGER);
        Taken second = taken(STRANGER);
        attest(List.of(first.photo(), second.photo()), List.of()).orFail();

        assertThat(suggestedOn(first)).isEmpty();
        assertThat(suggestedOn(second)).isEmpty();
        assertThat(idsOn(first)).doesNotContainAnyElementsOf(idsOn(second));
    }

    /** Every id on the screen of a photo, but for those of its collection and of people who act. */
    private Set<String> idsOn(Taken photo) {
        return Pattern.compile("[a-z]{3}_[a-z2-7]{26}")
                .matcher(office.editor()
                        .get("/api/photos/" + photo.photo())
                        .orFail()
                        .json()
                        .toString())
                .results()
                .map(MatchResult::group)
                .filter(id -> !id.equals(collection) && !id.startsWith("acc_"))
                .collect(Collectors.toSet());
    }

    private Answer attest(List<String> photos, List<String> facesLeftOut) {
        return office.photographer()
                .post(
                        "/api/photos/attestations",
                        Map.of("photoIds", photos, "leaveOut", facesLeftOut, "scope", "PARTICIPANTS"));
    }

    private long embedded() {
        return server.bean(RecognitionModel.class).embedder().embedded();
    }

    private Answer compare(Taken photo, Asked with) {
        return compare(photo, face(photo), with);
    }

    private Answer compare(Taken photo, String face, Asked with) {
        return office.editor()
                .post(
                        "/api/photos/" + photo.photo() + "/faces/" + face + "/comparison",
                        Map.of("personId", with.person()));
    }

    /** What the screen says of the faces, as text: the ids of the suggested persons are in it. */
    private String suggestedOn(Taken photo) {
        Rest.await(server);
        return office.editor().get("/api/photos/" + photo.photo()).orFail().list("faces").stream()
                .flatMap(face -> face.path("suggestions").valueStream())
                .map(Object::toString)
                .reduce("", String::concat);
    }

    private Taken taken(byte[] picture) {
        return office.take(collection, "photo.jpg", Pictures.another(picture, number++));
    }

    private Asked signedUp() {
        String person = office.register("Somebody " + number, "somebody" + number++ + "@example.org");
        Asked asked = office.ask(person, notice, List.of(Office.recognition(300), Office.website(300)));
        office.sayYes(asked, 2).orFail();
        return asked;
    }

    private Asked enrolled() {
        Asked asked = signedUp();
        Taken portrait = taken(HER);
        office.enrol(asked.person(), portrait, face(portrait)).orFail();
        office.editor()
                .put(
                        "/api/collections/" + collection + "/participants",
                        Map.of("add", List.of(asked.person()), "remove", List.of()))
                .orFail();
        return asked;
    }

    private static String face(Taken photo) {
        return photo.faces().getFirst().path("faceId").asString();
    }
}
