package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.photo.Renditions;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.CoverStyle;
import org.quitclaim.domain.photo.Covering;
import org.quitclaim.domain.photo.PhotoEvent.RenditionMade;
import org.quitclaim.standalone.Office.Taken;
import tools.jackson.databind.JsonNode;

/** How covers look is said of each version, and what was cleared looks as it did whatever is set later. */
class CoverStylesTest {
    private static String cover(Office office, Taken photo, Map<String, String> style) {
        Map<String, Object> body = new HashMap<>(style);
        body.put("cover", List.of(photo.face(0)));
        return office.editor()
                .post("/api/photos/" + photo.photo() + "/renditions", body)
                .orFail()
                .text("renditionId");
    }

    private static String said(Office office, Taken photo, String rendition, String field) {
        return office.editor().get("/api/photos/" + photo.photo()).orFail().json().path("renditions").values().stream()
                .filter(one -> one.path("renditionId").asString().equals(rendition))
                .map(one -> one.path(field))
                .findFirst()
                .map(JsonNode::asString)
                .orElseThrow();
    }

    private static List<Covering> recorded(Server server, Taken photo) {
        return server.bean(Streams.class)
                .events(new PhotoId(photo.photo()))
                .filter(RenditionMade.class::isInstance)
                .map(event -> ((RenditionMade) event).covering())
                .toList();
    }

    private static String sha256(Server server, Taken photo, String rendition) {
        return server.bean(Renditions.class)
                .sha256(new PhotoId(photo.photo()), new RenditionId(rendition), Origin.system("test"));
    }

    @Test
    @Requirement("R42")
    void aVersionKeepsItsStyleWhateverIsSetLater(@TempDir Path folder) {
        Path data = folder.resolve("data");
        Taken photo;
        String usual;
        String figures;
        String before;
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            photo = PhotoOfTwo.inOrder(office.take(office.openCollection("Gala"), "two.jpg", PhotoOfTwo.jpeg()));
            usual = cover(office, photo, Map.of());
            figures = cover(office, photo, Map.of("style", "FIGURE"));
            office.editor()
                    .post(
                            "/api/photos/" + photo.photo() + "/renditions",
                            Map.of("cover", List.of(photo.face(0)), "style", "BLUR"))
                    .isRefusal(400, "request.malformed");
            assertThat(recorded(server, photo))
                    .extracting(Covering::style)
                    .containsExactly(CoverStyle.BLOCK, CoverStyle.FIGURE);
            assertThat(recorded(server, photo)).allSatisfy(how -> {
                assertThat(how.detector()).contains(" passes/");
                assertThat(how.smallestFacePixels()).isBetween(12, 200);
                assertThat(how.stillVisible()).isEmpty();
            });
            before = sha256(server, photo, usual);
            assertThat(sha256(server, photo, figures)).isNotEqualTo(before);
        }
        try (Server server = Running.demo(data, Map.of("quitclaim.command.cover-style", "figure"))) {
            Office office = Office.at(server.address());
            assertThat(sha256(server, photo, usual)).isEqualTo(before);
            String now = cover(office, photo, Map.of());
            assertThat(said(office, photo, now, "style")).isEqualTo("FIGURE");
            assertThat(said(office, photo, usual, "style")).isEqualTo("BLOCK");
            assertThat(said(office, photo, figures, "style")).isEqualTo("FIGURE");
            assertThat(said(office, photo, usual, "checkedBy")).contains(" passes/");
            assertThat(sha256(server, photo, now)).isEqualTo(sha256(server, photo, figures));
        }
    }
}
