package org.quitclaim.domain.governance;

import java.time.Instant;
import java.util.Optional;
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
        return state.twoPeopleRequired()
                        && command.word().equals(Optional.of(command.by().line()))
                ? Decision.reject(GovernanceRejection.BULK_USE_SAME_WORD)
                : Decision.accept(new BulkUseExamined(
                        state.id(), command.use(), command.by().account(), command.text(), at));
    }
}
