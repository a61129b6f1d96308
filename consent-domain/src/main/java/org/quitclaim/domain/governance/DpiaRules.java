package org.quitclaim.domain.governance;

import java.time.Instant;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.breach.BreachDecisions;
import org.quitclaim.domain.governance.Dpia.Assessment;
import org.quitclaim.domain.governance.Dpia.Paper;
import org.quitclaim.domain.governance.Dpia.Proposal;
import org.quitclaim.domain.governance.GovernanceCommand.ConfirmDpia;
import org.quitclaim.domain.governance.GovernanceCommand.RecordDpia;
import org.quitclaim.domain.governance.GovernanceCommand.SoundDpiaAlarm;
import org.quitclaim.domain.governance.GovernanceEvent.DpiaAlarmSounded;
import org.quitclaim.domain.governance.GovernanceEvent.DpiaConfirmed;
import org.quitclaim.domain.governance.GovernanceEvent.DpiaRecorded;
import org.quitclaim.domain.governance.GovernanceState.Founded;

/** Decides about impact assessments: recorded by one officer, confirmed by another, reviewed in time. */
final class DpiaRules {
    /** A review further away than this is none. Source: guidance of supervisory authorities to review regularly. */
    static final int LONGEST_REVIEW_YEARS = 3;

    private DpiaRules() {}

    static Decision<GovernanceEvent> record(Founded state, RecordDpia command, Instant at) {
        Paper paper = command.paper();
        if (paper.approvedOn().isAfter(command.today())) {
            return Decision.reject(GovernanceRejection.DPIA_IN_THE_FUTURE);
        }
        if (!paper.nextReview().isAfter(command.today())
                || paper.nextReview().isAfter(paper.approvedOn().plusYears(LONGEST_REVIEW_YEARS))) {
            return Decision.reject(GovernanceRejection.DPIA_REVIEW_DATE);
        }
        if (!paper.method().equals(command.inUse())) {
            return Decision.reject(GovernanceRejection.DPIA_OTHER_METHOD);
        }
        Instant until = at.plus(BreachDecisions.CONFIRMED_WITHIN);
        return Decision.accept(new DpiaRecorded(state.id(), paper, command.by(), until, at));
    }

    /** Of the one that the second officer read: another that was recorded meanwhile is not confirmed with it. */
    static Decision<GovernanceEvent> confirm(Founded state, ConfirmDpia command, Instant at) {
        if (!(state.dpia().proposal() instanceof Proposal.Recorded recorded)
                || !at.isBefore(recorded.until())
                || !recorded.paper().reference().equals(command.reference())) {
            return Decision.reject(GovernanceRejection.DPIA_NOT_RECORDED);
        }
        if (!recorded.paper().method().equals(command.inUse())) {
            return Decision.reject(GovernanceRejection.DPIA_OTHER_METHOD);
        }
        return state.against(
                        recorded.by(),
                        command.by(),
                        GovernanceRejection.DPIA_SAME_PERSON,
                        GovernanceRejection.DPIA_SAME_WORD)
                .<Decision<GovernanceEvent>>map(Decision::reject)
                .orElseGet(() -> Decision.accept(
                        new DpiaConfirmed(state.id(), command.by().account(), at)));
    }

    static Decision<GovernanceEvent> alarm(Founded state, SoundDpiaAlarm command, Instant at) {
        return state.dpia().assessment() instanceof Assessment.Confirmed confirmed
                        && !confirmed.alarms().contains(command.alarm())
                        && command.alarm()
                                .soundsOn(command.today(), confirmed.paper().nextReview())
                ? Decision.accept(new DpiaAlarmSounded(state.id(), command.alarm(), at))
                : Decision.reject(GovernanceRejection.DPIA_NO_ALARM);
    }
}
