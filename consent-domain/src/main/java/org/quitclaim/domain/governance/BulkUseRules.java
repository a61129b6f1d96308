package org.quitclaim.domain.governance;

import java.time.Instant;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.governance.GovernanceCommand.ExamineBulkUse;
import org.quitclaim.domain.governance.GovernanceCommand.NoticeBulkUse;
import org.quitclaim.domain.governance.GovernanceEvent.BulkUseExamined;
import org.quitclaim.domain.governance.GovernanceEvent.BulkUseNoticed;
import org.quitclaim.domain.governance.GovernanceState.Founded;

/** Work in bulk is noticed once a day, and examined by somebody else than who did it. */
final class BulkUseRules {
    private BulkUseRules() {}

    static Decision<GovernanceEvent> notice(Founded state, NoticeBulkUse command, Instant at) {
        return state.bulkUses().know(command.use())
                ? Decision.reject(GovernanceRejection.ALREADY_NOTICED)
                : Decision.accept(new BulkUseNoticed(state.id(), command.use(), command.count(), at));
    }

    static Decision<GovernanceEvent> examine(Founded state, ExamineBulkUse command, Instant at) {
        if (state.bulkUses().opened(command.use()).isEmpty()) {
            return Decision.reject(GovernanceRejection.NOTHING_TO_EXAMINE);
        }
        if (command.by().account().equals(command.use().actor())) {
            return Decision.reject(GovernanceRejection.OWN_BULK_USE);
        }
        return state.twoPeopleRequired() && mayBeTheSame(command)
                ? Decision.reject(GovernanceRejection.BULK_USE_SAME_WORD)
                : Decision.accept(new BulkUseExamined(
                        state.id(), command.use(), command.by().account(), command.text(), at));
    }

    /** On one word with anybody who did it; or nobody can say on whose word that was done. */
    private static boolean mayBeTheSame(ExamineBulkUse command) {
        return command.whose().isEmpty()
                || command.whose().stream()
                        .anyMatch(one -> one.account().equals(command.by().account())
                                || one.line().equals(command.by().line()));
    }
}
