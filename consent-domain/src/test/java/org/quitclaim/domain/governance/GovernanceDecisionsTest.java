package org.quitclaim.domain.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.WithdrawnBy;
import org.quitclaim.domain.governance.GovernanceCommand.CloseNotedNo;
import org.quitclaim.domain.governance.GovernanceCommand.ConfirmRotation;
import org.quitclaim.domain.governance.GovernanceCommand.DeclareHorizon;
import org.quitclaim.domain.governance.GovernanceCommand.DeclareTwoPeople;
import org.quitclaim.domain.governance.GovernanceCommand.DoubtHistory;
import org.quitclaim.domain.governance.GovernanceCommand.FoundInstallation;
import org.quitclaim.domain.governance.GovernanceCommand.NoteNo;
import org.quitclaim.domain.governance.GovernanceCommand.NoteTwoOfficers;
import org.quitclaim.domain.governance.GovernanceCommand.RequestRotation;
import org.quitclaim.domain.governance.GovernanceCommand.RestoreTwoOfficers;
import org.quitclaim.domain.governance.GovernanceCommand.RevokeDpia;
import org.quitclaim.domain.governance.GovernanceCommand.SetReenrolmentPaused;
import org.quitclaim.domain.governance.GovernanceCommand.SetSearchPaused;
import org.quitclaim.domain.governance.GovernanceCommand.SettleDoubt;
import org.quitclaim.domain.governance.GovernanceEvent.HistoryDoubted;
import org.quitclaim.domain.governance.GovernanceEvent.HorizonDeclared;
import org.quitclaim.domain.governance.GovernanceEvent.InstallationFounded;
import org.quitclaim.domain.governance.GovernanceEvent.ReenrolmentPaused;
import org.quitclaim.domain.governance.GovernanceEvent.ReenrolmentResumed;
import org.quitclaim.domain.governance.GovernanceEvent.RotationConfirmed;
import org.quitclaim.domain.governance.GovernanceEvent.TwoOfficersReached;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.history.Doubt;
import org.quitclaim.domain.history.LossReason;
import org.quitclaim.domain.history.NotedNo;
import org.quitclaim.domain.history.OpenDoubt;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.RecordId;

class GovernanceDecisionsTest {
    private static final InstallationId ID = Sample.installation();
    private static final RecordId DPIA = Sample.record("dpia");

    private final Scenario<GovernanceState, GovernanceCommand, GovernanceEvent> none =
            Scenario.of(GovernanceState.NONE, GovernanceDecisions::decide, GovernanceDecisions::evolve);
    private final Scenario<GovernanceState, GovernanceCommand, GovernanceEvent> founded =
            none.and(new FoundInstallation(ID));

    @Test
    void anInstallationBeginsWithoutADpiaAndSoWithoutRecognition() {
        GovernanceState state = none.when(new FoundInstallation(ID))
                .then(new InstallationFounded(ID, Sample.NOW))
                .state();
        assertThat(state).isEqualTo(new Founded(ID));
    }

    @Test
    void a_no_that_her_own_history_cannot_take_is_noted_once_until_it_is_carried_out_there() {
        PersonId anna = Sample.person("anna");
        NotedNo noted = new NotedNo.Withdrawal(anna, true, Set.of(Channel.WEBSITE), Set.of(), WithdrawnBy.PERSON);
        founded.when(new CloseNotedNo(ID, noted)).then(GovernanceRejection.NO_NOT_NOTED);
        var withNote = founded.and(new NoteNo(ID, noted));
        withNote.when(new NoteNo(ID, noted)).then(GovernanceRejection.NO_NOTED);
        assertThat(((Founded) withNote.state()).doubts().noted(Set.of(anna))).isTrue();
        assertThat(((Founded) withNote.state()).doubts().noted(Set.of(Sample.person("piet"))))
                .isFalse();
        var carriedOut = withNote.and(new CloseNotedNo(ID, noted));
        assertThat(((Founded) carriedOut.state()).doubts().noted()).isEmpty();
    }

    @Test
    void once_there_were_two_officers_the_founding_is_over_until_a_restore_loses_who_may_be_let_in() {
        assertThat(((Founded) founded.state()).foundingStaff()).isTrue();
        var over = founded.and(new NoteTwoOfficers(ID));
        assertThat(((Founded) over.state()).foundingStaff()).isFalse();
        over.when(new NoteTwoOfficers(ID)).then(GovernanceRejection.TWO_PEOPLE_UNCHANGED);

        Doubt earlier = new Doubt.NosMissing(Doubt.NosMissing.Cause.ABSENT, Sample.NOW.minusSeconds(1));
        assertThat(((Founded) over.and(new DoubtHistory(ID, earlier)).state()).foundingStaff())
                .isFalse();
        var lost = over.and(
                new DoubtHistory(ID, new Doubt.NosMissing(Doubt.NosMissing.Cause.ABSENT, Sample.NOW.plusSeconds(1))));
        assertThat(((Founded) lost.state()).foundingStaff()).isTrue();
    }

    /** A restored history may have one officer or none: the administrator is not alone again for that. */
    @Test
    void that_there_were_two_officers_comes_back_with_its_day_unless_a_later_gap_lost_who_may_be_let_in() {
        Instant then = Sample.NOW.minusSeconds(60);
        var restored = founded.when(new RestoreTwoOfficers(ID, then)).then(new TwoOfficersReached(ID, then));
        assertThat(((Founded) restored.state()).foundingStaff()).isFalse();
        founded.and(new RestoreTwoOfficers(ID, then))
                .when(new RestoreTwoOfficers(ID, then))
                .then(GovernanceRejection.TWO_PEOPLE_UNCHANGED);
        Doubt gap = new Doubt.NosMissing(Doubt.NosMissing.Cause.ABSENT, Sample.NOW.minusSeconds(1));
        assertThat(((Founded) founded.and(new RestoreTwoOfficers(ID, then))
                                .and(new DoubtHistory(ID, gap))
                                .state())
                        .foundingStaff())
                .isTrue();
    }

    @Test
    void takedowns_that_a_restore_does_not_know_are_open_until_settled_and_forbid_nothing() {
        Doubt unknown = new Doubt.TakedownsUnknown(3, Sample.NOW);
        var doubted = founded.and(new DoubtHistory(ID, unknown));
        assertThat(((Founded) doubted.state()).doubts().open()).containsExactly(new OpenDoubt(unknown, Sample.NOW));
        assertThat(unknown.forbids()).isFalse();
        var settled = doubted.and(new SettleDoubt(ID, unknown.id(), LossReason.KNOWN_FROM_ELSEWHERE, DPIA));
        assertThat(((Founded) settled.state()).doubts().open()).isEmpty();
    }

    @Test
    void a_doubt_about_the_history_is_open_until_an_officer_settles_it_and_is_not_opened_again() {
        Doubt lost = new Doubt.PositionsMissing(400, 401);
        var doubted = founded.and(new DoubtHistory(ID, lost));
        assertThat(((Founded) doubted.state()).doubts().open()).containsExactly(new OpenDoubt(lost, Sample.NOW));
        doubted.when(new DoubtHistory(ID, lost)).then(GovernanceRejection.ALREADY_DOUBTED);
        doubted.when(new SettleDoubt(ID, "positions-missing-1-2", LossReason.NO_BACKUP, DPIA))
                .then(GovernanceRejection.UNKNOWN_DOUBT);
        var settled = doubted.and(new SettleDoubt(ID, lost.id(), LossReason.NO_BACKUP, DPIA));
        assertThat(((Founded) settled.state()).doubts().open()).isEmpty();
        settled.when(new DoubtHistory(ID, lost)).then(GovernanceRejection.ALREADY_DOUBTED);
        settled.when(new DoubtHistory(ID, new Doubt.PositionsMissing(400, 402)))
                .then(new HistoryDoubted(ID, new Doubt.PositionsMissing(400, 402), Sample.NOW));
    }

    /** Who accepted one loss accepted no other that looks like it. */
    @Test
    void a_settled_doubt_settles_no_other_at_the_same_positions() {
        Doubt altered = new Doubt.EventsAltered(5, 5, "0123456789abcdef");
        var settled = founded.and(new DoubtHistory(ID, altered))
                .and(new SettleDoubt(ID, altered.id(), LossReason.NO_BACKUP, DPIA));
        for (Doubt other : List.of(
                new Doubt.EventsAltered(5, 5, "fedcba9876543210"),
                new Doubt.PositionsMissing(5, 5),
                new Doubt.EndMissing(5, 5))) {
            settled.when(new DoubtHistory(ID, other)).then(new HistoryDoubted(ID, other, Sample.NOW));
        }
    }

    @Test
    void anInstallationIsFoundedOnce() {
        founded.when(new FoundInstallation(ID)).then(GovernanceRejection.ALREADY_FOUNDED);
    }

    @Test
    void nothingIsRecordedBeforeTheFounding() {
        none.when(DpiaRulesTest.recorded()).then(GovernanceRejection.NOT_FOUNDED);
    }

    @Test
    @Requirement("R65")
    void theLongestHorizonSinceADestructionCountsAndLoweringItEndsNothingAtOnce() {
        assertThat(((Founded) founded.state()).longestHorizonSince(Sample.NOW)).isEmpty();
        Instant later = Sample.NOW.plus(Duration.ofDays(10));
        var declared = founded.and(new DeclareHorizon(ID, 90)).at(later).and(new DeclareHorizon(ID, 7));
        Founded state = (Founded) declared.state();
        assertThat(state.longestHorizonSince(Sample.NOW)).hasValue(90);
        assertThat(state.longestHorizonSince(later.minusMillis(1))).hasValue(90);
        assertThat(state.longestHorizonSince(later)).hasValue(7);
        declared.when(new DeclareHorizon(ID, 7)).then(GovernanceRejection.HORIZON_UNCHANGED);
        Founded raised = (Founded) declared.and(new DeclareHorizon(ID, 30)).state();
        assertThat(raised.longestHorizonSince(later.plusSeconds(1))).hasValue(30);
    }

    @Test
    @Requirement("R65")
    void whatIsDeclaredIsRecordedAndSurvivesWhatElseHappens() {
        var declared = founded.when(new DeclareHorizon(ID, 30)).then(new HorizonDeclared(ID, 30, Sample.NOW));
        Founded after = (Founded)
                declared.and(DpiaRulesTest.recorded(), new RevokeDpia(ID)).state();
        assertThat(after.longestHorizonSince(Sample.NOW)).hasValue(30);
        assertThat(after.dpia().isNothing()).isTrue();
    }

    private static final Voucher ONE = new Voucher(Sample.account("one"), Sample.account("one"), true);
    private static final Voucher OTHER = new Voucher(Sample.account("other"), Sample.account("other"), false);
    private static final Voucher ON_ITS_WORD = new Voucher(Sample.account("puppet"), ONE.line(), false);
    private static final Voucher ON_ITS_WORD_TOO = new Voucher(Sample.account("otherpuppet"), ONE.line(), false);

    @Test
    @Requirement("R72")
    void aRotationByHandNeedsTwoPeople() {
        founded.when(new ConfirmRotation(ID, OTHER)).then(GovernanceRejection.ROTATION_NOT_REQUESTED);
        var asked = founded.and(new RequestRotation(ID, ONE));
        asked.when(new ConfirmRotation(ID, ONE)).then(GovernanceRejection.ROTATION_SAME_PERSON);
        asked.when(new ConfirmRotation(ID, OTHER)).then(new RotationConfirmed(ID, OTHER.account(), Sample.NOW));
        asked.and(new ConfirmRotation(ID, OTHER))
                .when(new ConfirmRotation(ID, OTHER))
                .then(GovernanceRejection.ROTATION_NOT_REQUESTED);
    }

    @Test
    @Requirement("R72")
    void whoStandsOnTheAdministratorsWordDoesNotConfirmItsRotationUnlessOneIsEnough() {
        var asked = founded.and(new RequestRotation(ID, ONE));
        ConfirmRotation puppet = new ConfirmRotation(ID, ON_ITS_WORD);
        asked.when(puppet).then(GovernanceRejection.ROTATION_SAME_WORD);
        founded.and(new RequestRotation(ID, ON_ITS_WORD))
                .when(new ConfirmRotation(ID, ONE))
                .then(GovernanceRejection.ROTATION_SAME_WORD);
        founded.and(new RequestRotation(ID, ON_ITS_WORD_TOO)).when(puppet).accepted();
        asked.and(new DeclareTwoPeople(ID, false))
                .when(puppet)
                .then(new RotationConfirmed(ID, ON_ITS_WORD.account(), Sample.NOW));
    }

    @Test
    void onePersonIsEnoughForARotationOnlyWhileTheOrganisationSaysSo() {
        ConfirmRotation alone = new ConfirmRotation(ID, ONE);
        var off = founded.and(new RequestRotation(ID, ONE), new DeclareTwoPeople(ID, false));
        off.when(alone).then(new RotationConfirmed(ID, ONE.account(), Sample.NOW));
        off.and(new DeclareTwoPeople(ID, true)).when(alone).then(GovernanceRejection.ROTATION_SAME_PERSON);
    }

    @Test
    @Requirement("R72")
    void aRequestForARotationLapsesAfterADay() {
        GovernanceState asked = founded.and(new RequestRotation(ID, ONE)).state();
        for (int hours : new int[] {23, 24}) {
            Decision<GovernanceEvent> decided = GovernanceDecisions.decide(
                    asked, new ConfirmRotation(ID, OTHER), Sample.NOW.plus(Duration.ofHours(hours)));
            assertThat(decided instanceof Decision.Accepted<GovernanceEvent>).isEqualTo(hours == 23);
        }
    }

    @Test
    void aRequestForARotationSurvivesWhatHappensToTheDpia() {
        founded.and(new RequestRotation(ID, ONE), DpiaRulesTest.recorded())
                .when(new ConfirmRotation(ID, OTHER))
                .then(new RotationConfirmed(ID, OTHER.account(), Sample.NOW));
    }

    @Test
    void each_work_in_the_background_is_paused_and_resumed_by_itself_and_once() {
        Founded paused = (Founded) founded.when(new SetReenrolmentPaused(ID, true))
                .then(new ReenrolmentPaused(ID, Sample.NOW))
                .state();
        assertThat(paused.reenrolmentPaused()).isTrue();
        assertThat(paused.searchPaused()).isFalse();
        founded.when(new SetReenrolmentPaused(ID, false)).then(GovernanceRejection.REENROLMENT_UNCHANGED);
        Scenario<GovernanceState, GovernanceCommand, GovernanceEvent> both =
                founded.and(new SetReenrolmentPaused(ID, true), new SetSearchPaused(ID, true));
        Founded resumed = (Founded) both.when(new SetReenrolmentPaused(ID, false))
                .then(new ReenrolmentResumed(ID, Sample.NOW))
                .state();
        assertThat(resumed.reenrolmentPaused()).isFalse();
        assertThat(resumed.searchPaused()).isTrue();
    }
}
