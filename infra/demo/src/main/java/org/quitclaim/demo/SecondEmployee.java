package org.quitclaim.demo;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Somebody of staff who has seen the people that another one registered and asked, and says so. */
record SecondEmployee(Session session) {
    private static final String PATH = "/api/waiting-answers";

    /** All that waits of this person, if anything does. */
    void hasSeen(String person) {
        for (JsonNode one : session.get(PATH + "?person=" + person).orFail().list("waiting")) {
            says(person, one).orFail();
        }
    }

    /** What the server answers where it is said of somebody of whom something waits. */
    Reply says(String person) {
        return says(
                person,
                session.get(PATH + "?person=" + person).orFail().list("waiting").stream()
                        .findFirst()
                        .orElseThrow());
    }

    private Reply says(String person, JsonNode waits) {
        List<String> grants = waits.path("grants")
                .valueStream()
                .map(grant -> grant.path("grantId").asString())
                .toList();
        return session.post(
                PATH + "/confirmation", Map.of("personId", person, "grants", grants, "seen", "WITH_DOCUMENT"));
    }
}
