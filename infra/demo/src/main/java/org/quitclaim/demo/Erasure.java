package org.quitclaim.demo;

import org.quitclaim.drawn.Cast;
import tools.jackson.databind.JsonNode;

/** Whether a faceprint is really gone, as the compliance officer sees it. */
final class Erasure {
    private Erasure() {}

    /** Waits until the deletion file is closed, then looks whether a faceprint is left. */
    static Finding done(Tale tale, Cast role) {
        String person = tale.person(role);
        JsonNode file = Patience.until(() -> deletionFile(tale, person), Erasure::closed);
        return Finding.that(closed(file), "deletion file: " + file).and(Finding.same("false", enrolled(tale, role)));
    }

    /** Whether there is a faceprint of them: true or false, or nothing when the answer does not say. */
    static String enrolled(Tale tale, Cast role) {
        Reply person = tale.staff.officer().get("/api/persons/" + tale.person(role));
        return person.orFail().json().path("enrolled").asString("");
    }

    private static boolean closed(JsonNode file) {
        return file.hasNonNull("closedAt");
    }

    static JsonNode deletionFile(Tale tale, String person) {
        return tale.staff.officer().get("/api/erasure-cases?person=" + person).orFail().list("items").stream()
                .findFirst()
                .orElse(Server.JSON.missingNode());
    }
}
