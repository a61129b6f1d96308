package org.quitclaim.demo;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The impact assessment, without which nobody is recognised: one officer records it, another confirms it. */
final class Assessment {
    private static final String PATH = "/api/governance/dpia";

    private Assessment() {}

    /** @return what the second officer confirms */
    static String record(StorySoFar story, String reference) {
        return story.staff
                .officer()
                .post(
                        PATH,
                        Map.of(
                                "reference",
                                reference,
                                "approver",
                                "The board",
                                "approvedOn",
                                story.today.minusDays(20).toString(),
                                "nextReview",
                                story.today.plusYears(1).toString(),
                                "method",
                                inUse(story.staff.officer())))
                .orFail()
                .text("proposal");
    }

    /** With what people are recognised here; the officer reads it and says so. */
    private static JsonNode inUse(Session officer) {
        return officer.get(PATH).orFail().json().path("inUse").path("method");
    }

    static Reply confirm(Session officer, String proposal) {
        return officer.post(PATH + "/confirmation", Map.of("proposal", proposal));
    }
}
