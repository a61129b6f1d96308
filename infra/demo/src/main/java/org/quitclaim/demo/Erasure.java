package org.quitclaim.demo;

import org.quitclaim.drawn.Cast;
import tools.jackson.databind.JsonNode;

/** Whether a faceprint is really gone, as the compliance officer sees it. */
final class Erasure {
    private Erasure() {}

    /** Waits until the deletion file is closed, then looks whether a faceprint is left. */
    static Finding done(StorySoFar story, Cast role) {
        String person = story.person(role);
        JsonNode file = Patience.until(() -> deletionFile(story, person), Erasure::closed);
        return Finding.that(closed(file), "deletion file: " + file).and(Finding.same("false", enrolled(story, role)));
    }

    /** Whether there is a faceprint of them: true or false, or nothing when the answer does not say. */
    static String enrolled(StorySoFar story, Cast role) {
        Reply person = story.staff.officer().get("/api/persons/" + story.person(role));
        return person.orFail().json().path("enrolled").asString("");
    }

    private static boolean closed(JsonNode file) {
        return file.hasNonNull("closedAt");
    }

    static JsonNode deletionFile(StorySoFar story, String person) {
        return story.staff.officer().get("/api/erasure-cases?person=" + person).orFail().list("items").stream()
                .findFirst()
                .orElse(Server.JSON.missingNode());
    }
}
