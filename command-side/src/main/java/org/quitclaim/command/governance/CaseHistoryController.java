package org.quitclaim.command.governance;

import java.util.List;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.governance.CaseHistory.Step;
import org.quitclaim.domain.Rejection;
import org.quitclaim.domain.erasure.ErasureRejection;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.rights.RightsRejection;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How a case was handled, step by step, for whoever checks it. */
@RestController
class CaseHistoryController {
    private final CaseHistory history;

    CaseHistoryController(Streams streams) {
        this.history = new CaseHistory(streams);
    }

    record Replay(List<Step> steps) {}

    @GetMapping("/api/erasure-cases/{id}/history")
    @AllowedFor({Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    Replay erasure(@PathVariable String id) {
        return replay(history.ofErasure(new ErasureCaseId(id)), ErasureRejection.UNKNOWN_CASE);
    }

    @GetMapping("/api/rights-requests/{id}/history")
    @AllowedFor({Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    Replay request(@PathVariable String id) {
        return replay(history.of(new RightsRequestId(id)), RightsRejection.UNKNOWN_REQUEST);
    }

    private static Replay replay(List<Step> steps, Rejection unknown) {
        if (steps.isEmpty()) {
            throw new RejectedException(unknown);
        }
        return new Replay(steps);
    }
}
