package org.quitclaim.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The server's answer to the question whether a photo may be published. */
record Verdict(Reply reply) {
    private static final String DESTINATION = "https://www.lindeveld.example/open-day";

    static Verdict ask(Tale tale, Shot shot, String channel) {
        return ask(tale, shot, channel, "NL", "general");
    }

    static Verdict ask(Tale tale, Shot shot, String channel, String territory, String context) {
        Photo photo = tale.photo(shot);
        return ask(tale, photo.id(), photo.original(), channel, territory, context);
    }

    static Verdict ask(Tale tale, String photo, String rendition, String channel, String territory, String context) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("photoId", photo);
        body.put("renditionId", rendition);
        body.put("channel", channel);
        body.put("territory", territory);
        body.put("context", context);
        body.put("destination", DESTINATION);
        return new Verdict(tale.staff.editor().post("/api/publications", body).orFail());
    }

    boolean isCleared() {
        return reply.json().path("verdict").asString("").equals("CLEARED");
    }

    List<String> codes() {
        return PhotoView.codes(reply.json().path("reasons"));
    }

    String publication() {
        return reply.text("publicationId");
    }

    String clearance() {
        return reply.text("clearance");
    }

    Finding cleared() {
        return Finding.that(isCleared(), "blocked for " + codes());
    }

    /** Whether it is blocked, and for this reason among others. */
    Finding blockedFor(String code) {
        return Finding.that(
                !isCleared() && codes().contains(code),
                isCleared() ? "cleared" : "blocked for " + codes() + " rather than " + code);
    }

    Finding names(String person) {
        return Finding.that(reply.json().path("reasons").toString().contains(person), "names somebody else");
    }
}
