package org.quitclaim.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The server's answer to the question whether a photo may be published. */
record Verdict(Reply reply) {
    private static final String DESTINATION = "https://www.lindeveld.example/open-day";

    static Verdict ask(StorySoFar story, Shot shot, String channel) {
        return ask(story, shot, channel, "NL", "general");
    }

    static Verdict ask(StorySoFar story, Shot shot, String channel, String territory, String context) {
        Photo photo = story.photo(shot);
        return ask(story, photo.id(), photo.original(), channel, territory, context);
    }

    static Verdict ask(
            StorySoFar story, String photo, String rendition, String channel, String territory, String context) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("photoId", photo);
        body.put("renditionId", rendition);
        body.put("channel", channel);
        body.put("territory", territory);
        body.put("context", context);
        body.put("destination", DESTINATION);
        return new Verdict(story.staff.editor().post("/api/publications", body).orFail());
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
