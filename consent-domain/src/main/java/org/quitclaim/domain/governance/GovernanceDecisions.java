package org.quitclaim.domain.governance;

import java.time.Instant;
import java.util.Optional;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.breach.BreachDecisions;
import org.quitclaim.domain.governance.Dpia.Proposal;
import org.quitclaim.domain.governance.GovernanceCommand.CloseNotedNo;
import org.quitclaim.domain.governance.GovernanceCommand.ConcludeRestore;
import org.quitclaim.domain.governance.GovernanceCommand.ConfirmDpia;
import org.quitclaim.domain.governance.GovernanceCommand.ConfirmPerson;
import org.quitclaim.domain.governance.GovernanceCommand.ConfirmRotation;
import org.quitclaim.domain.governance.GovernanceCommand.DeclareHorizon;
import org.quitclaim.domain.governance.GovernanceCommand.DeclareTwoPeople;
import org.quitclaim.domain.governance.GovernanceCommand.DoubtHistory;
import org.quitclaim.domain.governance.GovernanceCommand.ExamineBulkUse;
import org.quitclaim.domain.governance.GovernanceCommand.FoundInstallation;
import org.quitclaim.domain.governance.GovernanceCommand.NoteNo;
import org.quitclaim.domain.governance.GovernanceCommand.NoteTwoOfficers;
import org.quitclaim.domain.governance.GovernanceCommand.NoticeBulkUse;
import org.quitclaim.domain.governance.GovernanceCommand.RecordDpia;
import org.quitclaim.domain.governance.GovernanceCommand.RequestRotation;
import org.quitclaim.domain.governance.GovernanceCommand.RestoreTwoOfficers;
import org.quitclaim.domain.governance.GovernanceCommand.RevokeDpia;
import org.quitclaim.domain.governance.GovernanceCommand.SetReenrolmentPaused;
import org.quitclaim.domain.governance.GovernanceCommand.SetSearchPaused;
import org.quitclaim.domain.governance.GovernanceCommand.SettleDoubt;
import org.quitclaim.domain.governance.GovernanceCommand.SoundDpiaAlarm;
import org.quitclaim.domain.governance.GovernanceEvent.BulkUseExamined;
import org.quitclaim.domain.governance.GovernanceEvent.BulkUseNoticed;
import org.quitclaim.domain.governance.GovernanceEvent.DoubtSettled;
import org.quitclaim.domain.governance.GovernanceEvent.DpiaAlarmSounded;
import org.quitclaim.domain.governance.GovernanceEvent.DpiaConfirmed;
import org.quitclaim.domain.governance.GovernanceEvent.DpiaRecorded;
import org.quitclaim.domain.governance.GovernanceEvent.DpiaRevoked;
import org.quitclaim.domain.governance.GovernanceEvent.HistoryDoubted;
import org.quitclaim.domain.governance.GovernanceEvent.HorizonDeclared;
import org.quitclaim.domain.governance.GovernanceEvent.InstallationFounded;
import org.quitclaim.domain.governance.GovernanceEvent.NoNoted;
import org.quitclaim.domain.governance.GovernanceEvent.NosRestored;
import org.quitclaim.domain.governance.GovernanceEvent.NotedNoCarriedOut;
import org.quitclaim.domain.governance.GovernanceEvent.PersonConfirmed;
import org.quitclaim.domain.governance.GovernanceEvent.ReenrolmentPaused;
import org.quitclaim.domain.governance.GovernanceEvent.ReenrolmentResumed;
import org.quitclaim.domain.governance.GovernanceEvent.RotationConfirmed;
import org.quitclaim.domain.governance.GovernanceEvent.RotationRequested;
import org.quitclaim.domain.governance.GovernanceEvent.SearchPaused;
import org.quitclaim.domain.governance.GovernanceEvent.SearchResumed;
import org.quitclaim.domain.governance.GovernanceEvent.TwoOfficersReached;
import org.quitclaim.domain.governance.GovernanceEvent.TwoPeopleDeclared;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.governance.GovernanceState.Horizon;
import org.quitclaim.domain.governance.GovernanceState.RestoredUpTo;
import org.quitclaim.domain.governance.GovernanceState.Rotation;
import org.quitclaim.domain.governance.GovernanceState.TwoPeopleRule;
import org.quitclaim.domain.governance.GovernanceState.Unfounded;
import org.quitclaim.domain.history.Doubt;
import org.quitclaim.domain.history.SettledDoubt;

/** Decides for the installation. */
public final class GovernanceDecisions {
    private GovernanceDecisions() {}

    public static Decision<GovernanceEvent> decide(GovernanceState state, GovernanceCommand command, Instant at) {
        return switch (state) {
            case Unfounded u ->
                command instanceof FoundInstallation found
                        ? Decision.accept(new InstallationFounded(found.installation(), at))
                        : Decision.reject(GovernanceRejection.NOT_FOUNDED);
            case Founded founded -> decideFounded(founded, command, at);
        };
    }

    private static Decision<GovernanceEvent> decideFounded(Founded state, GovernanceCommand command, Instant at) {
        return switch (command) {
            case FoundInstallation c -> Decision.reject(GovernanceRejection.ALREADY_FOUNDED);
            case RecordDpia c -> DpiaRules.record(state, c, at);
            case ConfirmDpia c -> DpiaRules.confirm(state, c, at);
            case SoundDpiaAlarm c -> DpiaRules.alarm(state, c, at);
            case DeclareHorizon c ->
                !state.horizons().isEmpty() && state.horizons().getLast().days() == c.days()
                        ? Decision.reject(GovernanceRejection.HORIZON_UNCHANGED)
                        : Decision.accept(new HorizonDeclared(state.id(), c.days(), at));
            case DeclareTwoPeople c ->
                c.required() == state.twoPeopleRequired()
                        ? Decision.reject(GovernanceRejection.TWO_PEOPLE_UNCHANGED)
                        : Decision.accept(new TwoPeopleDeclared(state.id(), c.required(), at));
            case NoteTwoOfficers c ->
                state.foundingStaff()
                        ? Decision.accept(new TwoOfficersReached(state.id(), at))
                        : Decision.reject(GovernanceRejection.TWO_PEOPLE_UNCHANGED);
            // with the time of then: a gap in the access that was found later opens the founding again
            case RestoreTwoOfficers c ->
                state.foundingStaff()
                        ? Decision.accept(new TwoOfficersReached(state.id(), c.since()))
                        : Decision.reject(GovernanceRejection.TWO_PEOPLE_UNCHANGED);
            case SetSearchPaused c -> searchPaused(state, c, at);
            case SetReenrolmentPaused c -> reenrolmentPaused(state, c, at);
            case RequestRotation c ->
                Decision.accept(
                        new RotationRequested(state.id(), c.by(), at.plus(BreachDecisions.CONFIRMED_WITHIN), at));
            case ConfirmRotation c -> confirm(state, c, at);
            case DoubtHistory c ->
                state.doubts().know(c.doubt())
                        ? Decision.reject(GovernanceRejection.ALREADY_DOUBTED)
                        : Decision.accept(new HistoryDoubted(state.id(), c.doubt(), at));
            case ConfirmPerson c ->
                state.doubts().nosMissing().isPresent()
                                && !state.doubts().confirmed().contains(c.person())
                        ? Decision.accept(new PersonConfirmed(state.id(), c.person(), c.text(), at))
                        : Decision.reject(GovernanceRejection.NOTHING_TO_CONFIRM);
            case SettleDoubt c ->
                state.doubts()
                        .opened(c.doubt())
                        .<Decision<GovernanceEvent>>map(open ->
                                Decision.accept(new DoubtSettled(state.id(), open.doubt(), c.reason(), c.text(), at)))
                        .orElseGet(() -> Decision.reject(GovernanceRejection.UNKNOWN_DOUBT));
            case NoteNo c ->
                state.doubts().notes(c.no())
                        ? Decision.reject(GovernanceRejection.NO_NOTED)
                        : Decision.accept(new NoNoted(state.id(), c.no(), at));
            case CloseNotedNo c ->
                state.doubts().notes(c.no())
                        ? Decision.accept(new NotedNoCarriedOut(state.id(), c.no(), at))
                        : Decision.reject(GovernanceRejection.NO_NOT_NOTED);
            case NoticeBulkUse c -> BulkUseRules.notice(state, c, at);
            case ExamineBulkUse c -> BulkUseRules.examine(state, c, at);
            case ConcludeRestore c -> Decision.accept(new NosRestored(state.id(), c.ledger(), c.line(), at));
            case RevokeDpia c ->
                state.dpia().isNothing()
                        ? Decision.reject(GovernanceRejection.NO_DPIA)
                        : Decision.accept(new DpiaRevoked(state.id(), at));
        };
    }

    private static Decision<GovernanceEvent> searchPaused(Founded state, SetSearchPaused command, Instant at) {
        if (command.paused() == state.searchPaused()) {
            return Decision.reject(GovernanceRejection.SEARCH_UNCHANGED);
        }
        return Decision.accept(command.paused() ? new SearchPaused(state.id(), at) : new SearchResumed(state.id(), at));
    }

    private static Decision<GovernanceEvent> reenrolmentPaused(
            Founded state, SetReenrolmentPaused command, Instant at) {
        if (command.paused() == state.reenrolmentPaused()) {
            return Decision.reject(GovernanceRejection.REENROLMENT_UNCHANGED);
        }
        return Decision.accept(
                command.paused() ? new ReenrolmentPaused(state.id(), at) : new ReenrolmentResumed(state.id(), at));
    }

    private static Decision<GovernanceEvent> confirm(Founded state, ConfirmRotation command, Instant at) {
        return switch (state.rotation()) {
            case Rotation.Requested requested
            when at.isBefore(requested.until()) ->
                state.against(
                                requested.by(),
                                command.by(),
                                GovernanceRejection.ROTATION_SAME_PERSON,
                                GovernanceRejection.ROTATION_SAME_WORD)
                        .<Decision<GovernanceEvent>>map(Decision::reject)
                        .orElseGet(() -> Decision.accept(
                                new RotationConfirmed(state.id(), command.by().account(), at)));
            case Rotation.Requested lapsed -> Decision.reject(GovernanceRejection.ROTATION_NOT_REQUESTED);
            case Rotation.NotRequested none -> Decision.reject(GovernanceRejection.ROTATION_NOT_REQUESTED);
        };
    }

    public static GovernanceState evolve(GovernanceState state, GovernanceEvent event) {
        if (event instanceof InstallationFounded e) {
            return new Founded(e.installation());
        }
        return state instanceof Founded founded ? evolveFounded(founded, event) : state;
    }

    /** Where nos may be missing, what two people decided and one can take back is decided anew. */
    private static Founded doubted(Founded founded, HistoryDoubted event) {
        Founded next = founded.doubts(founded.doubts().with(event.doubt(), event.at()));
        return event.doubt() instanceof Doubt.NosMissing
                ? next.dpia(founded.dpia().doubted()).rotation(Rotation.NONE)
                : next;
    }

    private static Founded evolveFounded(Founded founded, GovernanceEvent event) {
        return switch (event) {
            case InstallationFounded e -> founded;
            case DpiaRecorded e ->
                founded.dpia(founded.dpia().proposed(new Proposal.Recorded(e.paper(), e.by(), e.until())));
            case DpiaConfirmed e -> founded.dpia(founded.dpia().confirmed(e.by(), e.at()));
            case DpiaAlarmSounded e -> founded.dpia(founded.dpia().sounded(e.alarm()));
            case DpiaRevoked e -> founded.dpia(founded.dpia().revoked());
            case HorizonDeclared e -> founded.horizon(new Horizon(e.days(), e.at()));
            case TwoPeopleDeclared e -> founded.twoPeople(new TwoPeopleRule(e.required(), e.at()));
            case TwoOfficersReached e -> founded.twoOfficers(e.at());
            case SearchPaused e -> founded.searchPaused(true);
            case SearchResumed e -> founded.searchPaused(false);
            case ReenrolmentPaused e -> founded.reenrolmentPaused(true);
            case ReenrolmentResumed e -> founded.reenrolmentPaused(false);
            case HistoryDoubted e -> doubted(founded, e);
            case PersonConfirmed e -> founded.doubts(founded.doubts().confirm(e.person()));
            case DoubtSettled e ->
                founded.doubts(founded.doubts().without(new SettledDoubt(e.doubt(), e.reason(), e.at())));
            case NoNoted e -> founded.doubts(founded.doubts().note(e.no(), e.at()));
            case NotedNoCarriedOut e -> founded.doubts(founded.doubts().carriedOut(e.no()));
            case BulkUseNoticed e -> founded.bulkUses(founded.bulkUses().noticed(e.use(), e.count(), e.at()));
            case BulkUseExamined e -> founded.bulkUses(founded.bulkUses().examined(e.use()));
            case RotationRequested e -> founded.rotation(new Rotation.Requested(e.by(), e.until()));
            case RotationConfirmed e -> founded.rotation(Rotation.NONE);
            case NosRestored e -> founded.restored(new RestoredUpTo(Optional.of(e.ledger()), e.line()));
        };
    }
}
