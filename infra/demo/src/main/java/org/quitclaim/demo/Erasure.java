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
        JsonNode view =
                tale.staff.officer().get("/api/persons/" + person).orFail().json();
        return Finding.that(closed(file), "deletion file: " + file)
                .and(Finding.same(
                        "false",
                        view.path("faceprint").asString(view.path("faceprint").toString())));
    }

    private static boolean closed(JsonNode file) {
        return file.path("state").asString("").equals("CLOSED");
    }

    private static JsonNode deletionFile(Tale tale, String person) {
        return tale.staff.officer().get("/api/erasure-cases").orFail().list("items").stream()
                .filter(file -> file.path("personId").asString("").equals(person))
                .findFirst()
                .orElse(Server.JSON.missingNode());
    }
}
