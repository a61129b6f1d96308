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

    private String token(String name) {
        return admin.post(
                        "/api/service-tokens",
                        Map.of("name", name, "scopes", List.of("PUBLISH"), "ends", Office.today(30) + "T00:00:00Z"))
                .orFail()
                .text("tokenId");
    }

    @Test
    void faceprints_are_revoked_and_an_epoch_retired_only_by_somebody_who_read_what_goes() {
        String breach = "/api/breaches/"
                + office.officer()
                        .post(
                                "/api/breaches",
                                Map.of(
                                        "everybody",
                                        true,
                                        "discoveredAt",
                                        Instant.now().minusSeconds(60).toString(),
                                        "account",
                                        "A laptop was stolen."))
                        .orFail()
                        .text("id")
                + "/confirmation";
        assertThat(admin.get(breach).orFail().json().path("everybody").asBoolean())
                .isTrue();
        admin.post("/api/governance/rotation", Map.of()).orFail();
        for (String path : List.of(breach, "/api/governance/rotation/confirmation")) {
            Client client = office.secondOfficer();
            client.post(path).isRefusal(422, "request.not-previewed");
            client.post(path, Map.of()).isRefusal(422, "request.not-previewed");
            client.post(path, Map.of("confirm", "yes")).isRefusal(409, "request.preview-outdated");
            client.confirm(path).orFail();
        }
    }
}
