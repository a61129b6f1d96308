package org.quitclaim.demo;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A photo as its page shows it: marked faces, suggestions, and the status per channel. */
record PhotoView(JsonNode json) {
    static PhotoView of(Session staff, String photo) {
        return new PhotoView(staff.get("/api/photos/" + photo).orFail().json());
    }

    JsonNode face(String id) {
        return json.path("faces")
                .valueStream()
                .filter(face -> face.path("faceId").asString("").equals(id))
                .findFirst()
                .orElseThrow(() -> new Unexpected("the photo does not show face " + id));
    }

    List<String> suggested(String face) {
        return face(face)
                .path("suggestions")
                .valueStream()
                .map(suggestion -> suggestion.path("personId").asString(""))
                .toList();
    }

    /** RED, AMBER or GREEN of the original on a channel. */
    String colour(String channel) {
        return status(channel).path("colour").asString("none");
    }

    List<String> reasons(String channel) {
        return codes(status(channel).path("reasons"));
    }

    private JsonNode status(String channel) {
        return statuses()
                .filter(status -> status.path("channel").asString("").equals(channel))
                .findFirst()
                .orElseThrow(() -> new Unexpected("the photo shows no status for " + channel));
    }

    private Stream<JsonNode> statuses() {
        return json.path("renditions")
                .valueStream()
                .filter(version -> version.path("original").asBoolean())
                .flatMap(version -> version.path("status").valueStream());
    }

    static List<String> codes(JsonNode reasons) {
        return reasons.valueStream()
                .map(reason -> reason.path("code").asString(""))
                .distinct()
                .sorted()
                .toList();
    }
}
