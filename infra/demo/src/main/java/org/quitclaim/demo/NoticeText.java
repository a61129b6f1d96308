package org.quitclaim.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The consent text of the story, in English and Dutch, each with the ten sections that the law asks for. */
final class NoticeText {
    private NoticeText() {}

    static JsonNode complete() {
        try (InputStream text = NoticeText.class.getResourceAsStream("notice.json")) {
            return Server.JSON.readTree(Objects.requireNonNull(text));
        } catch (IOException e) {
            throw new UncheckedIOException("the consent text cannot be read", e);
        }
    }

    /** The same without saying where one can complain: no notice on which anybody could consent. */
    static JsonNode withoutComplaint() {
        JsonNode text = complete();
        text.path("texts").forEach(language -> language.withObject("sections").remove("COMPLAINT"));
        return text;
    }
}
