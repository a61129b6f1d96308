package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import tools.jackson.databind.JsonNode;

/** Undoing a no in a whole server: it takes a reason and a second person, and the place is remembered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FreedFaceTest {
    private static final String LIST = "/api/governance/undone-nos";

    private Server server;
    private Office office;
    private String notice;
    private String collection;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        office = Office.at(server.address());
        notice = office.publishNotice();
        collection = office.openCollection("Undone");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aFaceOfSomebodyWhoWithdrewIsFreedByTwoPeopleOnly() {
        Asked anna = signedUp("Anna");
        Asked boris = signedUp("Boris");
        Taken photo = office.take(
                collection, "two.jpg", Pictures.another(Pictures.portrait(81).jpeg(), 81));
        office.sight(photo, photo.face(0), anna.person());
        office.withdraw(anna, false, List.of("WEBSITE")).orFail();

        detach(photo, "").isRefusal(409, "photo.reason-needed");
        detach(photo, "?because=OWN_PAGE").isRefusal(409, "photo.reason-needed");
        detach(photo, "?because=ANOTHER_PERSON").orFail();
        office.sight(photo, photo.face(0), boris.person());
        office.review(photo).orFail();

        Answer verdict = verdict(photo);
        assertThat(verdict.text("verdict")).isEqualTo("BLOCKED");
        assertThat(verdict.json().path("reasons").toString()).contains("photo.no-undone");
        isAmberForTheUndoneNo(photo);
        JsonNode waiting = office.officer().get(LIST).orFail().json().path("waiting");
        assertThat(waiting.toString()).contains(photo.photo(), "ANOTHER_PERSON").doesNotContain(anna.person());
        accept(office.editor(), photo).isRefusal(403, "access.not-allowed");
        assertThat(refusedTo(office.officer(), photo)).isEqualTo("photo.undone-not-looked-at");
        agree(office.officer(), photo, seen(photo)).isRefusal(409, "photo.undone-not-looked-at");
        accept(office.officer(), photo).orFail();

        assertThat(office.officer().get(LIST).orFail().json().toString()).doesNotContain(photo.photo());
        assertThat(verdict(photo).text("verdict")).isEqualTo("CLEARED");
        accept(office.officer(), photo).isRefusal(409, "photo.nothing-undone");
    }

    @Test
    void whoeverUndidItDoesNotAgree() {
        Asked cora = signedUp("Cora");
        Taken photo = office.take(
                collection, "own.jpg", Pictures.another(Pictures.portrait(82).jpeg(), 82));
        office.sight(photo, photo.face(0), cora.person());
        office.withdraw(cora, false, List.of("WEBSITE")).orFail();
        office.officer().delete(sighting(photo) + "?because=WRONG_PLACE").orFail();

        accept(office.officer(), photo).isRefusal(409, "photo.undone-same-person");
        assertThat(refusedTo(office.officer(), photo)).isEqualTo("photo.undone-same-person");
        assertThat(refusedTo(office.visitor().as(Role.AUDITOR), photo))
                .as("an auditor only reads")
                .isEmpty();
        accept(office.secondOfficer(), photo).orFail();
    }

    /** Who had looked before the place was undone once more has not seen what is there now. */
    @Test
    void aLookFromBeforeTheNoWasUndoneIsNone() {
        Asked fay = signedUp("Fay");
        Taken photo = office.take(
                collection, "before.jpg", Pictures.another(Pictures.portrait(88).jpeg(), 88));
        office.sight(photo, photo.face(0), fay.person());
        office.withdraw(fay, false, List.of("WEBSITE")).orFail();
        office.officer()
                .post("/api/photos/" + photo.photo() + "/looks", Map.of("reason", "MARK"))
                .orFail();
        detach(photo, "?because=ANOTHER_PERSON").orFail();

        agree(office.officer(), photo, seen(photo)).isRefusal(409, "photo.undone-not-looked-at");
        accept(office.officer(), photo).orFail();
    }

    private static String refusedTo(Client who, Taken photo) {
        return who.get(LIST).orFail().list("waiting").stream()
                .filter(one -> one.path("photoId").asString().equals(photo.photo()))
                .map(one -> one.path("refused").asString(""))
                .findFirst()
                .orElseThrow();
    }

    /** Revoked or not: who had its secret may have done it. */
    @Test
    void whatAMachineUndidIsAgreedToByNobodyWhoGaveItItsSecret() {
        Asked gina = signedUp("Gina");
        Taken photo =
                office.take(collection, "machine.jpg", Pictures.portrait(86).jpeg());
        office.sight(photo, photo.face(0), gina.person());
        office.withdraw(gina, false, List.of("WEBSITE")).orFail();
        Answer token = office.officer()
                .post(
                        "/api/service-tokens",
                        Map.of(
                                "name",
                                "undoes",
                                "scopes",
                                List.of(),
                                "roles",
                                List.of("EDITOR"),
                                "ends",
                                Office.today(30) + "T00:00:00Z"))
                .orFail();
        String own = "/api/service-tokens/" + token.text("tokenId");
        office.visitor().as(Role.ADMIN).post(own + "/agreement", Map.of()).orFail();
        office.visitor()
                .bearer(token.text("token"))
                .delete(sighting(photo) + "?because=ANOTHER_PERSON")
                .orFail();

        accept(office.officer(), photo).isRefusal(409, "photo.undone-same-person");
        office.visitor().as(Role.ADMIN).remove(own);
        accept(office.officer(), photo).isRefusal(409, "photo.undone-same-person");
        accept(office.secondOfficer(), photo).orFail();
    }

    @Test
    void whatChangedSinceItWasLookedAtIsNotAgreedTo() {
        Asked hanna = signedUp("Hanna");
        Asked ivo = signedUp("Ivo");
        Taken photo =
                office.take(collection, "changed.jpg", Pictures.portrait(87).jpeg());
        office.sight(photo, photo.face(0), hanna.person());
        office.withdraw(hanna, false, List.of("WEBSITE")).orFail();
        detach(photo, "?because=NOT_A_PERSON").orFail();
        int looked = seen(photo);
        office.sight(photo, photo.face(0), ivo.person());

        accept(office.officer(), photo, looked).isRefusal(409, "photo.changed-meanwhile");
        accept(office.officer(), photo).orFail();
    }

    @Test
    void movingTakesAReasonToo() {
        Asked dora = signedUp("Dora");
        Taken photo = office.take(
                collection, "moved.jpg", Pictures.another(Pictures.portrait(83).jpeg(), 83));
        office.mark(photo, dora.person());
        String face = office.editor()
                .get("/api/photos/" + photo.photo())
                .orFail()
                .json()
                .path("faces")
                .valueStream()
                .filter(one -> dora.person().equals(one.path("personId").asString("")))
                .findFirst()
                .orElseThrow()
                .path("faceId")
                .asString();
        office.withdraw(dora, false, List.of("WEBSITE")).orFail();
        String box = "/api/photos/" + photo.photo() + "/faces/" + face + "/box";
        Map<String, Object> away = Map.of("x", 0.7, "y", 0.7, "width", 0.1, "height", 0.1);

        office.editor().put(box, away).isRefusal(409, "photo.reason-needed");
        office.editor().put(box + "?because=WRONG_PLACE", away).orFail();
        assertThat(office.officer().get(LIST).orFail().json().toString()).contains(face);
    }

    @Test
    void whatSheAskedForOnHerPageTakesOneActAndLeavesAmber() {
        Asked erna = signedUp("Erna");
        Taken photo = office.take(
                collection, "not-me.jpg", Pictures.another(Pictures.portrait(84).jpeg(), 84));
        office.sight(photo, photo.face(0), erna.person());
        office.withdraw(erna, false, List.of("WEBSITE")).orFail();
        office.visitor()
                .post(
                        erna.page() + "/rights",
                        Map.of("right", "RECTIFICATION", "photoId", photo.photo(), "faceId", photo.face(0)))
                .orFail();

        detach(photo, "").orFail();

        assertThat(office.officer().get(LIST).orFail().json().toString()).contains(photo.photo(), "OWN_PAGE");
        isAmberForTheUndoneNo(photo);
    }

    @Test
    void unlinkingSomebodyWhoDidNotSayNoNeedsNoReason() {
        Asked fien = signedUp("Fien");
        Taken photo = office.take(
                collection, "yes.jpg", Pictures.another(Pictures.portrait(85).jpeg(), 85));
        office.sight(photo, photo.face(0), fien.person());
        detach(photo, "").orFail();
        assertThat(office.officer().get(LIST).orFail().json().toString()).doesNotContain(photo.photo());
    }

    private void isAmberForTheUndoneNo(Taken photo) {
        assertThat(office.reasons(photo)).anySatisfy(reason -> {
            assertThat(reason.path("code").asString()).isEqualTo("photo.no-undone");
            assertThat(reason.path("colour").asString()).isEqualTo("AMBER");
        });
    }

    private Asked signedUp(String name) {
        Asked asked = office.ask(
                office.register(name, name.toLowerCase(Locale.ROOT) + "@example.org"),
                notice,
                List.of(Office.website(100)));
        office.sayYes(asked, 1).orFail();
        return asked;
    }

    private Answer detach(Taken photo, String because) {
        return office.editor().delete(sighting(photo) + because);
    }

    private static String sighting(Taken photo) {
        return "/api/photos/" + photo.photo() + "/faces/" + photo.face(0) + "/sighting";
    }

    private Answer accept(Client who, Taken photo) {
        return accept(who, photo, seen(photo));
    }

    private static Answer accept(Client who, Taken photo, int version) {
        who.post("/api/photos/" + photo.photo() + "/looks", Map.of("reason", "MARK"));
        return agree(who, photo, version);
    }

    private static Answer agree(Client who, Taken photo, int version) {
        return who.post(
                LIST + "/acceptance", Map.of("photoId", photo.photo(), "faceId", photo.face(0), "version", version));
    }

    /** The version that the list shows; 0 where it waits for nobody. */
    private int seen(Taken photo) {
        return office.officer()
                .get(LIST)
                .orFail()
                .json()
                .path("waiting")
                .valueStream()
                .filter(one -> one.path("photoId").asString().equals(photo.photo()))
                .mapToInt(one -> one.path("version").asInt())
                .findFirst()
                .orElse(0);
    }

    private Answer verdict(Taken photo) {
        return office.requestPublication(photo, "https://x.example/" + photo.photo())
                .orFail();
    }
}
