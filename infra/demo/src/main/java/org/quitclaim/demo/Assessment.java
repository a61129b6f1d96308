package org.quitclaim.demo;

import java.util.Map;

/** The impact assessment, without which nobody is recognised: one officer records it, another confirms it. */
final class Assessment {
    private Assessment() {}

    /** @return what the second officer confirms */
    static String record(Tale tale, String reference) {
        return tale.staff
                .officer()
                .post(
                        "/api/governance/dpia",
                        Map.of(
                                "reference",
                                reference,
                                "approver",
                                "The board",
                                "approvedOn",
                                tale.today.minusDays(20).toString(),
                                "nextReview",
                                tale.today.plusYears(1).toString()))
                .orFail()
                .text("proposal");
    }

    static Reply confirm(Session officer, String proposal) {
        return officer.post("/api/governance/dpia/confirmation", Map.of("proposal", proposal));
    }
}
