package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Outlook;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import tools.jackson.databind.JsonNode;

/** A backup is restored that is older than what several people asked for. */
@Requirement("R64")
class RestoredHistoryTest {
    private static final String PAGE = "https://example.org/page";

    @TempDir
    Path folder;

    private Copies copies;

    @BeforeEach
    void open() {
        copies = new Copies(folder);
    }

    private String notice = "";
    private String collection = "";
    private int photos;

    /** Somebody who allowed recognition and the website, on a photo of their own. */
    private record Shown(Asked asked, Taken photo) {
        String id() {
            return asked.person();
        }
    }

    private Shown shown(Office office, String name) {
        Asked asked = asked(office, office.register(name, ""));
        Taken photo = office.take(collection, "open-day.jpg", Pictures.another(Pictures.sky(), ++photos));
        office.mark(photo, asked.person());
        office.review(photo).orFail();
        return new Shown(asked, photo);
    }

    private Asked asked(Office office, String person) {
        Asked asked = office.ask(person, notice, List.of(Office.recognition(90), Office.website(90)));
        office.sayYes(asked, 2).orFail();
        return asked;
    }

    @Test
    void whoeverWasErasedSinceTheBackupStaysErasedAndIsPublishedNoMore() throws Exception {
        Shown erased;
        Shown removed;
        Shown undecided;
        Shown staying;
        String published;
        try (Server server = server("data")) {
            Office office = Office.at(server.address());
            notice = office.publishNotice();
            collection = office.openCollection("Open day");
            erased = shown(office, "Erased Since");
            removed = shown(office, "Removed Since");
            undecided = shown(office, "Undecided Since");
            staying = shown(office, "Staying Always");
            published = office.requestPublication(erased.photo(), PAGE).orFail().text("publicationId");
            copies.backUp();

            erase(office, erased, "COVER");
            erase(office, removed, "REMOVE");
            office.withdraw(undecided.asked(), true, List.of()).orFail();
            Rest.awaitButFor(server, "FOLLOW_UP");
            office.withdraw(asked(office, undecided.id()), true, List.of()).orFail();
            acknowledge(office, published);
            Rest.await(server);
        }
        copies.restore("restored");
        try (Server server = server("restored")) {
            Office office = Office.at(server.address());
            assertThat(standing(server, erased)).isEqualTo(Outlook.Standing.ERASED);
            assertThat(standing(server, removed)).isEqualTo(Outlook.Standing.ERASED);
            assertThat(verdict(office, erased)).isEqualTo("BLOCKED");
            assertThat(verdict(office, staying)).isEqualTo("CLEARED");
            assertThat(verdict(office, undecided))
                    .as("the website was not taken back")
                    .isEqualTo("CLEARED");

            acknowledge(office, published);
            Rest.await(server);
            Rest.until(
                    "the screens show every case as closed",
                    () -> cases(office, erased).stream().allMatch(one -> one.hasNonNull("closedAt")));
            assertThat(photo(office, erased).path("removed").asBoolean())
                    .as("its key is gone with the one that was destroyed")
                    .isTrue();
            assertThat(photo(office, erased).path("faces").isEmpty()).isTrue();
            assertThat(cases(office, erased))
                    .isNotEmpty()
                    .allMatch(one -> one.hasNonNull("closedAt"))
                    .allSatisfy(one -> assertThat(one.path("searched").toString())
                            .as("nothing is left by which bytes would be recognised")
                            .contains("vault", "sealed-files")
                            .doesNotContain("\"events\"", "\"documents\""));
            assertThat(office.editor().get("/api/photos?limit=200").orFail().list("items"))
                    .extracting(one -> one.path("photoId").asString())
                    .contains(staying.photo().photo())
                    .doesNotContain(removed.photo().photo());

            assertThat(recognition(server, undecided)).isZero();
            asked(office, undecided.id());
            assertThat(recognition(server, undecided))
                    .as("above what the vault has destroyed")
                    .isEqualTo(3);
        }
    }

    /** The generation of the live faceprint key; 0 when there is none. */
    private static int recognition(Server server, Shown somebody) {
        Known known = known(server, somebody);
        return switch (known.recognition().phase()) {
            case ACTIVE -> known.recognition().generation();
            case NONE, ERASURE_ORDERED, DESTROYED -> 0;
        };
    }

    private static Outlook.Standing standing(Server server, Shown somebody) {
        return known(server, somebody).outlook().standing();
    }

    private static Known known(Server server, Shown somebody) {
        return (Known) server.bean(Streams.class).consent(new PersonId(somebody.id()));
    }

    private static void erase(Office office, Shown somebody, String photos) {
        office.erase(somebody.id(), Map.of("photos", photos, "evidence", true)).orFail();
    }

    private static void acknowledge(Office office, String publication) {
        Rest.until(
                "a takedown is ordered",
                () -> office.editor()
                        .post("/api/takedowns/" + publication + "/acknowledgement")
                        .ok());
    }

    private static String verdict(Office office, Shown somebody) {
        return office.requestPublication(somebody.photo(), PAGE).orFail().text("verdict");
    }

    private static JsonNode photo(Office office, Shown somebody) {
        return office.editor()
                .get("/api/photos/" + somebody.photo().photo())
                .orFail()
                .json();
    }

    private static List<JsonNode> cases(Office office, Shown somebody) {
        return office.officer()
                .get("/api/erasure-cases?person=" + somebody.id())
                .orFail()
                .list("items");
    }

    private Server server(String name) {
        return Running.demo(copies.options(name));
    }
}
