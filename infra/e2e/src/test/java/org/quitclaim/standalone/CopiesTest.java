package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.command.copies.KnownPictures;
import org.quitclaim.command.copies.MayI;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.PhotoCommand.RegisterPhoto;
import org.quitclaim.domain.photo.PhotoSource;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.Picture;
import org.quitclaim.eventstore.StreamHead;
import org.quitclaim.face.copies.CopyIndex;
import org.quitclaim.face.copies.PictureDigest;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.vault.IdMint;
import tools.jackson.databind.JsonNode;

/** What somebody says on a photo holds for its copies: those of the same pixels at once, those that look alike once a human said so. */
class CopiesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    /** Where these begin in the bytes of a digest. */
    private static final int CONTENT = 2;

    private static final int PIXELS = CONTENT + PictureDigest.Digest.BYTES;
    private static final int LOOK = PIXELS + PictureDigest.Digest.BYTES + 1;

    private Path data;
    private Server server;
    private Office office;
    private String notice;
    private String collection;
    private String elsewhere;

    @BeforeEach
    void start(@TempDir Path folder) {
        data = folder.resolve("data");
        begin();
        notice = office.publishNotice();
        collection = office.openCollection("Open day");
        elsewhere = office.openCollection("Anniversary");
    }

    private void begin() {
        server = Running.demo(data);
        office = Office.at(server.address());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Asked signed(String name) {
        Asked asked = office.ask(office.register(name, ""), notice, List.of(Office.website(90)));
        office.sayYes(asked, 1).orFail();
        return asked;
    }

    private Taken taken(Asked her, String shoot, byte[] file) {
        Taken photo = office.take(shoot, "photo.jpg", file);
        office.sight(photo, photo.face(0), her.person());
        return photo;
    }

    private JsonNode photo(Taken taken) {
        return office.editor().get("/api/photos/" + taken.photo()).orFail().json();
    }

    private Answer settle(Taken photo, Taken other, boolean same) {
        return office.editor().post("/api/photos/" + photo.photo() + "/copies/" + other.photo(), Map.of("same", same));
    }

    private List<String> reasons(Taken taken) {
        List<String> codes = new ArrayList<>();
        photo(taken)
                .path("renditions")
                .get(0)
                .path("status")
                .get(0)
                .path("reasons")
                .forEach(reason -> codes.add(reason.path("code").asString()));
        return codes;
    }

    private static byte[] portrait() {
        return Pictures.portrait(7).jpeg();
    }

    private static byte[] changed() {
        return Pictures.smaller(portrait());
    }

    @Test
    @Requirement("R95")
    void a_withdrawal_takes_down_a_copy_of_the_same_pixels_on_which_nobody_had_linked_her() {
        Asked her = signed("Wilhelmina Voorbeeldsen");
        Taken original = taken(her, collection, portrait());
        Taken copy = office.take(elsewhere, "export.jpg", Pictures.sameAgain(portrait(), 1));
        office.editor()
                .post(
                        "/api/photos/" + copy.photo() + "/faces/" + copy.face(0) + "/dismissal",
                        Map.of("reason", "NOT_A_PERSON"))
                .orFail();
        office.review(copy).orFail();
        Answer released =
                office.requestPublication(copy, "https://example.org/page").orFail();
        assertThat(released.text("verdict")).isEqualTo("CLEARED");

        office.withdraw(her, false, List.of("WEBSITE")).orFail();

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> photo(copy).path("faces").toString().contains(her.person()));
        assertThat(reasons(copy)).contains("consent.withdrawn");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> office.editor()
                        .get("/api/publications/" + released.text("publicationId"))
                        .json()
                        .toString()
                        .contains("TAKEDOWN"));
        assertThat(photo(original).path("faces").size()).isEqualTo(1);
    }

    /** No publication is concerned, and nobody is told who is on a new photo. */
    @Test
    void taking_back_recognition_links_nobody_on_copies() {
        Asked her = office.ask(
                office.register("Geertruida Voorbeeldsen", ""),
                notice,
                List.of(Office.website(90), Office.recognition(90)));
        office.sayYes(her, 2).orFail();
        taken(her, collection, portrait());
        Taken before = office.take(elsewhere, "before.jpg", Pictures.sameAgain(portrait(), 5));
        office.withdraw(her, true, List.of()).orFail();
        Taken after = office.take(elsewhere, "after.jpg", Pictures.sameAgain(portrait(), 6));
        Rest.await(server);

        assertThat(photo(before).path("faces").toString()).doesNotContain(her.person());
        assertThat(photo(after).path("faces").toString()).doesNotContain(her.person());
    }

    @Test
    @Requirement("R95")
    void what_looks_alike_is_proposed_and_amber_after_a_no_until_a_human_has_said_whether_it_is_one() {
        Asked her = signed("Cornelia Voorbeeldsen");
        Taken original = taken(her, collection, portrait());
        Answer uploaded =
                office.photographer().upload(elsewhere, "small.jpg", changed()).orFail();
        assertThat(uploaded.list("alike")).extracting(JsonNode::asString).containsExactly(original.photo());
        Taken copy = Office.taken(uploaded);
        office.searched(copy.photo());
        assertThat(reasons(copy)).doesNotContain("photo.copy-unsettled");

        office.withdraw(her, false, List.of("WEBSITE")).orFail();

        Awaitility.await().atMost(PATIENCE).until(() -> reasons(copy).contains("photo.copy-unsettled"));
        assertThat(office.requestPublication(copy, "https://example.org/page").text("verdict"))
                .isNotEqualTo("CLEARED");
        JsonNode waiting = office.officer().get("/api/copies").orFail().json().path("waiting");
        assertThat(waiting.toString()).contains(copy.photo()).contains(original.photo());

        settle(copy, original, true).orFail();

        assertThat(reasons(copy)).contains("consent.withdrawn").doesNotContain("photo.copy-unsettled");
        assertThat(reasons(copy))
                .as("a yes of the machine's is seen by nobody, and it was no policy")
                .contains("photo.copied-unseen")
                .doesNotContain("photo.confirmed-unseen");
        settle(copy, original, false).isRefusal(409, "photo.copy-is-one");
    }

    @Test
    @Requirement("R70")
    void whoever_may_not_see_the_other_photo_hears_only_that_somebody_else_has_to_look() {
        Asked her = signed("Wilhelmina Voorbeeldsen");
        String hidden = office.editor()
                .post("/api/collections", Map.of("name", "Somebody else's"))
                .orFail()
                .text("collectionId");
        Taken original = Office.taken(
                office.editor().upload(hidden, "large.jpg", portrait()).orFail());
        office.searched(original.photo(), office.editor());
        office.sight(original, original.face(0), her.person());
        Answer uploaded =
                office.photographer().upload(elsewhere, "small.jpg", changed()).orFail();
        assertThat(uploaded.list("alike")).isEmpty();
        Taken copy = Office.taken(uploaded);
        office.searched(copy.photo());
        office.withdraw(her, false, List.of("WEBSITE")).orFail();
        Awaitility.await().atMost(PATIENCE).until(() -> reasons(copy).contains("photo.copy-unsettled"));

        Client photographer = office.photographer();
        for (Answer told : List.of(
                photographer.get("/api/photos/" + copy.photo()),
                photographer.get("/api/photos?collection=" + elsewhere),
                photographer.uploadTo("/api/may-i", "", "small.jpg", changed()))) {
            assertThat(told.orFail().json().toString())
                    .contains("photo.office-looks", "AMBER")
                    .doesNotContain("copy")
                    .doesNotContain("GREEN")
                    .doesNotContain(original.photo());
        }
        assertThat(office.requestPublication(copy, "https://example.org/page").text("verdict"))
                .isEqualTo("BLOCKED");

        settle(copy, original, false).orFail();

        assertThat(reasons(copy)).doesNotContain("photo.copy-unsettled");
        assertThat(photographer
                        .get("/api/photos/" + copy.photo())
                        .orFail()
                        .json()
                        .toString())
                .doesNotContain("photo.office-looks");
    }

    @Test
    void an_upload_of_a_picture_on_which_somebody_said_no_is_amber_and_names_nobody_until_a_human_settles_it() {
        Asked her = signed("Antonia Voorbeeldsen");
        Taken original = taken(her, collection, portrait());
        office.withdraw(her, false, List.of("WEBSITE")).orFail();
        Taken again = office.take(elsewhere, "again.jpg", Pictures.sameAgain(portrait(), 8));

        Awaitility.await().atMost(PATIENCE).until(() -> reasons(again).contains("photo.copy-unsettled"));
        JsonNode known = office.editor()
                .get("/api/photos/" + again.photo() + "/copies")
                .orFail()
                .json()
                .get(0);
        assertThat(known.path("standing").asString()).isEqualTo("SAME_PIXELS");
        assertThat(known.path("pressing").asBoolean()).isTrue();
        assertThat(photo(again).path("faces").toString()).doesNotContain(her.person());
        settle(again, original, false).isRefusal(409, "photo.copy-is-one");
        settle(again, original, true).orFail();

        assertThat(reasons(again)).contains("consent.withdrawn").doesNotContain("photo.copy-unsettled");
    }

    @Test
    void an_upload_says_whether_the_same_picture_is_in_this_shoot_or_in_another() {
        String first = office.take(collection, "first.jpg", portrait()).photo();
        Answer here = office.photographer()
                .upload(collection, "caption.jpg", Pictures.sameAgain(portrait(), 9))
                .orFail();
        Answer there = office.photographer()
                .upload(elsewhere, "caption.jpg", Pictures.sameAgain(portrait(), 9))
                .orFail();

        assertThat(here.list("sameHere")).extracting(JsonNode::asString).containsExactly(first);
        assertThat(here.list("sameElsewhere")).isEmpty();
        assertThat(there.list("sameHere")).isEmpty();
        assertThat(there.list("sameElsewhere")).hasSize(2);
    }

    @Test
    void what_a_human_denied_is_not_proposed_again_and_not_amber() {
        Asked her = signed("Hendrika Voorbeeldsen");
        Taken original = taken(her, collection, portrait());
        Taken other = office.take(elsewhere, "small.jpg", changed());
        settle(other, original, false).orFail();

        office.withdraw(her, false, List.of("WEBSITE")).orFail();

        Awaitility.await().atMost(PATIENCE).until(() -> reasons(original).contains("consent.withdrawn"));
        Rest.await(server);
        assertThat(reasons(other)).doesNotContain("photo.copy-unsettled");
        assertThat(photo(other).path("faces").toString()).doesNotContain(her.person());
    }

    @Test
    @Requirement("R95")
    void an_erasure_that_covers_waits_for_the_human_and_covers_the_copy_too() {
        Asked her = signed("Johanna Voorbeeldsen");
        Taken original = taken(her, collection, portrait());
        Taken copy = office.take(elsewhere, "small.jpg", changed());
        Taken export = office.take(elsewhere, "export.jpg", Pictures.sameAgain(portrait(), 2));

        office.erase(her.person(), Map.of("photos", "COVER")).orFail();

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> photo(export).path("faces").toString().contains(her.person()));
        assertThat(identityCase(her).hasNonNull("closedAt")).isFalse();
        settle(copy, original, true).orFail();
        JsonNode closed =
                Awaitility.await().atMost(PATIENCE).until(() -> identityCase(her), one -> one.hasNonNull("closedAt"));
        assertThat(closed.toString()).contains("COPIES_SETTLED");
        for (Taken one : List.of(original, copy, export)) {
            assertThat(photo(one).path("renditions").get(0).path("covered").size())
                    .as(one.photo())
                    .isPositive();
        }
    }

    private JsonNode identityCase(Asked asked) {
        return office.officer().get("/api/erasure-cases?person=" + asked.person()).orFail().list("items").stream()
                .filter(one -> one.path("scope").asString().equals("IDENTITY"))
                .findFirst()
                .orElse(Client.JSON.missingNode());
    }

    @Test
    void may_i_answers_about_any_file_keeps_nothing_and_names_nobody() {
        Asked her = signed("Petronella Voorbeeldsen");
        Taken original = taken(her, collection, portrait());
        office.review(original).orFail();
        // what follows from the review is recorded by itself
        Rest.await(server);
        long before = server.bean(StreamHead.class).position();

        JsonNode same = mayI(Pictures.sameAgain(portrait(), 3)).orFail().json();
        JsonNode alike = mayI(changed()).orFail().json();
        JsonNode unknown = mayI(Pictures.portrait(8).jpeg()).orFail().json();

        assertThat(same.path("photos").get(0).path("photoId").asString()).isEqualTo(original.photo());
        assertThat(same.path("photos").get(0).path("same").asBoolean()).isTrue();
        assertThat(same.path("photos")
                        .get(0)
                        .path("channels")
                        .get(0)
                        .path("colour")
                        .asString())
                .isEqualTo("GREEN");
        assertThat(alike.path("photos").get(0).path("same").asBoolean()).isFalse();
        assertThat(alike.path("photos").get(0).path("channels").toString()).doesNotContain("GREEN");
        assertThat(unknown.path("known").asBoolean()).isFalse();
        assertThat(same.toString() + alike).doesNotContain("per_").doesNotContain("fac_");
        assertThat(server.bean(StreamHead.class).position()).isEqualTo(before);
        assertThat(server.bean(CopyIndex.class).size()).isEqualTo(1);
    }

    /** Turned off: what she says stays where she said it, and no certificate says that copies were looked for. */
    @Test
    void where_copies_do_not_follow_nothing_is_carried_and_nothing_is_claimed() {
        server.close();
        server = Running.demo(data, Map.of("quitclaim.copies.follow", "false"));
        office = Office.at(server.address());
        Asked her = signed("Hermina Voorbeeldsen");
        taken(her, collection, portrait());
        Taken copy = office.take(elsewhere, "export.jpg", Pictures.sameAgain(portrait(), 9));

        office.withdraw(her, false, List.of("WEBSITE")).orFail();
        office.erase(her.person(), Map.of("photos", "COVER")).orFail();
        JsonNode closed =
                Awaitility.await().atMost(PATIENCE).until(() -> identityCase(her), one -> one.hasNonNull("closedAt"));

        assertThat(photo(copy).path("faces").toString()).doesNotContain(her.person(), "ERASED");
        assertThat(closed.toString()).contains("PHOTOS_COVERED").doesNotContain("COPIES_SETTLED");
        assertThat(office.officer()
                        .get("/api/erasure-cases/"
                                + closed.path("erasureCaseId").asString() + "/certificate")
                        .orFail()
                        .json()
                        .toString())
                .contains("PHOTOS_COVERED")
                .doesNotContain("COPIES");
        assertThat(mayI(Pictures.sameAgain(portrait(), 10))
                        .orFail()
                        .json()
                        .path("known")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void may_i_is_bounded_within_a_day() {
        taken(signed("Wilhelmina Voorbeeldsen"), collection, portrait());
        String account = office.editor().get("/api/accounts/me").text("accountId");
        for (int asked = 0; asked < 200; asked++) {
            server.bean(MayI.class).count(account);
        }
        mayI(portrait()).isRefusal(429, "may-i.too-many");
    }

    @Test
    @Requirement("R59")
    void what_is_known_of_pictures_is_read_again_after_a_start_and_goes_with_the_key() {
        Asked her = signed("Cornelia Voorbeeldsen");
        Taken original = taken(her, collection, portrait());
        server.close();
        begin();
        assertThat(mayI(Pictures.sameAgain(portrait(), 4))
                        .orFail()
                        .json()
                        .path("known")
                        .asBoolean())
                .isTrue();
        assertThat(server.bean(KnownPictures.class).progress().finished()).isTrue();

        office.erase(her.person(), Map.of("photos", "REMOVE")).orFail();

        Awaitility.await().atMost(PATIENCE).until(() -> identityCase(her).hasNonNull("closedAt"));
        assertThat(server.bean(CopyIndex.class).of(new PhotoId(original.photo())))
                .isEmpty();
        assertThat(server.bean(CopyIndex.class).size()).isZero();
        assertThat(mayI(portrait()).orFail().json().path("known").asBoolean()).isFalse();
    }

    @Test
    @Requirement("R59")
    void no_event_no_list_and_no_screen_holds_a_digest() throws IOException, SQLException {
        Taken photo = taken(signed("Geertruida Voorbeeldsen"), collection, portrait());
        Rest.await(server);
        byte[] digest = server.bean(CopyIndex.class)
                .of(new PhotoId(photo.photo()))
                .orElseThrow()
                .bytes();
        String kept = text(Dump.ofSqlite(data)) + text(Dump.ofReadModels(server.bean(MongoDatabase.class)));

        assertThat(kept.contains(photo.photo())).isTrue();
        for (int from : List.of(CONTENT, PIXELS, LOOK)) {
            byte[] part = Arrays.copyOfRange(digest, from, from + PictureDigest.Digest.BYTES);
            assertThat(Stream.of(
                                    text(part),
                                    HexFormat.of().formatHex(part),
                                    Base64.getEncoder().encodeToString(part))
                            .filter(kept::contains))
                    .as("from %d", from)
                    .isEmpty();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** As a crash leaves it: registered, with nothing looked for. */
    @Test
    void where_a_crash_came_before_copies_were_looked_for_they_are_looked_for_all_the_same() {
        Asked her = signed("Maria Voorbeeldsen");
        Taken original = taken(her, collection, portrait());
        office.withdraw(her, false, List.of("WEBSITE")).orFail();
        Registered photo = (Registered) server.bean(Streams.class).photo(new PhotoId(original.photo()));
        PhotoId left = IdMint.mint(PhotoId.PREFIX, PhotoId::new);
        CopyIndex known = server.bean(CopyIndex.class);
        known.put(left, Picture.FIRST, known.of(photo.id()).orElseThrow());
        Picture picture = photo.picture();

        server.bean(Commands.class)
                .send(
                        new RegisterPhoto(
                                left,
                                new CollectionId(elsewhere),
                                PhotoSource.HELD,
                                picture.image(),
                                picture.preview(),
                                picture.name(),
                                picture.digest(),
                                photo.size().width(),
                                photo.size().height(),
                                IdMint.mint(RenditionId.PREFIX, RenditionId::new),
                                List.of()),
                        Origin.system("test"));

        Awaitility.await()
                .atMost(PATIENCE)
                // each question is recorded
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(reasons(new Taken(left.value(), "", List.of())))
                        .contains("photo.copy-unsettled"));
    }

    private Answer mayI(byte[] file) {
        return office.editor().uploadTo("/api/may-i", "", "any.jpg", file);
    }
}
