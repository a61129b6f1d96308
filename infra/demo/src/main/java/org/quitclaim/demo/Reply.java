package org.quitclaim.demo;

import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What the server answered.
 *
 * @param json the body, or an absent node when it is no JSON
 */
@SuppressWarnings("ArrayRecordComponent") // replies are read once and compared nowhere
record Reply(String asked, int status, JsonNode json, byte[] bytes) {
    boolean ok() {
        return status >= 200 && status < 300;
    }

    /** The stable code of a problem detail; empty when all is well. */
    String code() {
        return json.path("code").asString("");
    }

    boolean refusedWith(String code) {
        return !ok() && code().equals(code);
    }

    /** This reply, if it is a good one. */
    Reply orFail() {
        if (!ok()) {
            throw new Unexpected(this + " " + json.path("detail").asString(""));
        }
        return this;
    }

    /** A text of the answer that has to be there. */
    String text(String field) {
        if (!json.path(field).isString()) {
            throw new Unexpected(asked + " answered without " + field);
        }
        return json.path(field).asString();
    }

    /** The list in {@code field}, or the body itself when it is a list. */
    Collection<JsonNode> list(String field) {
        JsonNode list = json.isArray() ? json : json.path(field);
        return list.isArray() ? list.values() : List.of();
    }

    @Override
    public String toString() {
        return asked + " → " + status + (code().isEmpty() ? "" : " " + code());
    }
}
