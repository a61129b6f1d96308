package org.quitclaim.query.names;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a name from a sealed record: a JSON object with the member {@code name}, or the text itself. */
final class NameForm {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private NameForm() {}

    static String of(String content) {
        if (!content.startsWith("{")) {
            return content;
        }
        try {
            JsonNode name = JSON.readTree(content).path("name");
            return name.isString() ? name.stringValue() : content;
        } catch (JacksonException e) {
            return content;
        }
    }
}
