package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a server under test answered. */
@SuppressWarnings("ArrayRecordComponent") // read once, compared nowhere
record Answer(String asked, int status, JsonNode json, byte[] bytes) {
    boolean ok() {
        return status >= 200 && status < 300;
    }

    /** This answer, if it is a good one. */
    Answer orFail() {
        if (!ok()) {
            throw new NotAcknowledged(toString());
        }
        return this;
    }

    String text(String field) {
        return json.path(field).asString();
    }

    List<JsonNode> list(String field) {
        return json.path(field).valueStream().toList();
    }

    /** A refusal with this status and stable code, in words that help. */
    void isRefusal(int expectedStatus, String code) {
        assertThat(this).hasToString(asked + " -> " + expectedStatus + " " + code);
        assertThat(json.path("title").asString("")).isNotBlank();
        assertThat(json.path("detail").asString("")).isNotBlank();
        assertThat(json.path("status").asInt(0)).isEqualTo(expectedStatus);
    }

    @Override
    public String toString() {
        return asked + " -> " + status + " " + json.path("code").asString("");
    }
}
