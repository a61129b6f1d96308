package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Taken;

/** What cannot be taken back is ordered only by somebody who read what it does, and does exactly that. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewedOrdersTest {
    private Server server;
    private Office office;
    private Client admin;
    private String collection;
    private int photos;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        office = Office.at(server.address());
        admin = office.visitor().as(Role.ADMIN);
        collection = office.openCollection("Open day");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Taken photo() {
        return office.take(collection, "p.jpg", Pictures.another(PhotoOfTwo.jpeg(), photos++));
    }

    private static void refusesWhatWasNotRead(Client client, String order, String wordOfAnother) {
        client.delete(order).isRefusal(422, "request.not-previewed");
        client.delete(order + "?confirm=").isRefusal(422, "request.not-previewed");
        client.delete(order + "?confirm=yes").isRefusal(409, "request.preview-outdated");
        client.delete(order + "?confirm=" + wordOfAnother).isRefusal(409, "request.preview-outdated");
    }

    private static String word(Client client, String order) {
        return client.get(order + "/removal").orFail().text("confirm");
    }

    @Test
    void a_photo_goes_only_as_it_was_read() {
        Client editor = office.editor();
        String order = "/api/photos/" + photo().photo();
        Taken other = photo();
        assertThat(editor.get(order + "/removal").orFail().json().path("marked").asInt())
                .isEqualTo(2);
        refusesWhatWasNotRead(editor, order, word(editor, "/api/photos/" + other.photo()));
        String stale = word(editor, "/api/photos/" + other.photo());
        editor.post("/api/photos/" + other.photo() + "/renditions", Map.of("cover", List.of(other.face(0))))
                .orFail();
        editor.delete("/api/photos/" + other.photo() + "?confirm=" + stale).isRefusal(409, "request.preview-outdated");
        office.officer().get(order).orFail();
        office.photographer().get(order + "/removal").isRefusal(403, "access.not-allowed");

        assertThat(editor.remove(order).status()).isEqualTo(204);
        editor.get(order + "/removal").isRefusal(409, "photo.removed");
        editor.delete(order).isRefusal(409, "photo.removed");
    }

    @Test
    void an_account_ends_only_as_it_was_read() {
        String one = office.newcomer("leaves", Role.EDITOR).account();
        String other = office.newcomer("stays", Role.EDITOR).account();
        String order = "/api/accounts/" + one;
        assertThat(admin.get(order + "/removal")
                        .orFail()
                        .json()
                        .path("officersLeft")
                        .asInt())
                .isEqualTo(2);
        refusesWhatWasNotRead(admin, order, word(admin, "/api/accounts/" + other));
        assertThat(admin.remove(order).status()).isEqualTo(204);
        admin.get(order + "/removal").isRefusal(404, "access.unknown-account");
    }

    @Test
    void a_token_is_revoked_only_as_it_was_read() {
        String order = "/api/service-tokens/" + token("one");
        refusesWhatWasNotRead(admin, order, word(admin, "/api/service-tokens/" + token("other")));
        assertThat(admin.remove(order).status()).isEqualTo(204);
        admin.get(order + "/removal").isRefusal(404, "access.unknown-token");
    }

    @Test
    @Requirement("R67")
    void what_is_held_is_let_go_only_as_it_was_read() {
        Client officer = office.officer();
        String holds = "/api/persons/" + office.register("Wilhelmina Voorbeeldsen", "") + "/holds";
        for (String element : List.of("IDENTITY", "EVIDENCE")) {
            officer.post(holds, Map.of("element", element, "until", Office.today(30), "reason", "A claim"))
                    .orFail();
        }
        String order = holds + "/IDENTITY";
        refusesWhatWasNotRead(officer, order, word(officer, holds + "/EVIDENCE"));
        String stale = word(officer, order);
        assertThat(goes(officer, order)).isFalse();
        String erasure = holds.replace("/holds", "/erasure");
        officer.post(erasure, Map.of("confirm", officer.get(erasure).orFail().text("confirm")))
                .orFail();
        assertThat(goes(officer, order)).isTrue();
        officer.delete(order + "?confirm=" + stale).isRefusal(409, "request.preview-outdated");
        office.editor().get(order + "/removal").isRefusal(403, "access.not-allowed");
        assertThat(officer.remove(order).status()).isEqualTo(204);
        officer.get(order + "/removal").isRefusal(409, "consent.not-held");
        officer.delete(order).isRefusal(409, "consent.not-held");
    }

    /** Whether somebody's element is gone for good at once. */
    private static boolean goes(Client officer, String order) {
        return officer.get(order + "/removal").orFail().json().path("goes").asBoolean();
    }

    private String token(String name) {
        return admin.post(
                        "/api/service-tokens",
                        Map.of("name", name, "scopes", List.of("PUBLISH"), "ends", Office.today(30) + "T00:00:00Z"))
                .orFail()
                .text("tokenId");
    }

    @Test
    void faceprints_are_revoked_only_by_somebody_who_read_what_goes() {
        Map<String, Object> report = Map.of(
                "everybody",
                true,
                "discoveredAt",
                Instant.now().minusSeconds(60).toString(),
                "account",
                "A laptop was stolen.");
        String breach = "/api/breaches/"
                + office.officer().post("/api/breaches", report).orFail().text("id") + "/confirmation";
        assertThat(admin.get(breach).orFail().json().path("everybody").asBoolean())
                .isTrue();
        confirmsOnlyWhatWasRead(breach);
    }

    @Test
    void an_epoch_is_retired_only_by_somebody_who_read_what_goes() {
        admin.post("/api/governance/rotation", Map.of()).orFail();
        confirmsOnlyWhatWasRead("/api/governance/rotation/confirmation");
    }

    private void confirmsOnlyWhatWasRead(String path) {
        Client client = office.secondOfficer();
        client.post(path).isRefusal(422, "request.not-previewed");
        client.post(path, Map.of()).isRefusal(422, "request.not-previewed");
        client.post(path, Map.of("confirm", "yes")).isRefusal(409, "request.preview-outdated");
        client.confirm(path).orFail();
    }
}
