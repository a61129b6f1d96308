package org.quitclaim.domain.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.deadline.DueAlarm;
import org.quitclaim.domain.governance.Dpia.Paper;
import org.quitclaim.domain.governance.GovernanceCommand.ConfirmDpia;
import org.quitclaim.domain.governance.GovernanceCommand.DeclareTwoPeople;
import org.quitclaim.domain.governance.GovernanceCommand.DoubtHistory;
import org.quitclaim.domain.governance.GovernanceCommand.FoundInstallation;
import org.quitclaim.domain.governance.GovernanceCommand.RecordDpia;
import org.quitclaim.domain.governance.GovernanceCommand.RevokeDpia;
import org.quitclaim.domain.governance.GovernanceCommand.SoundDpiaAlarm;
import org.quitclaim.domain.governance.GovernanceEvent.DpiaAlarmSounded;
import org.quitclaim.domain.governance.GovernanceEvent.DpiaConfirmed;
import org.quitclaim.domain.governance.GovernanceEvent.DpiaRecorded;
import org.quitclaim.domain.governance.GovernanceEvent.DpiaRevoked;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.history.Doubt;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.vault.RecordId;

class DpiaRulesTest {
    private static final InstallationId ID = Sample.installation();
    private static final Voucher ONE = new Voucher(Sample.account("one"), Sample.account("one"), true);
    private static final Voucher OTHER = new Voucher(Sample.account("other"), Sample.account("other"), false);
    private static final Voucher ON_ITS_WORD = new Voucher(Sample.account("puppet"), ONE.line(), false);
    private static final Voucher ON_ITS_WORD_TOO = new Voucher(Sample.account("otherpuppet"), ONE.line(), false);
    private static final RecognitionMethod METHOD =
            new RecognitionMethod("face-api/1/0123456789", Sample.sha256('a'), 0.01, 1, false);
    private static final List<RecognitionMethod> OTHERS = List.of(
            new RecognitionMethod("face-api/2/0123456789", Sample.sha256('a'), 0.01, 1, false),
            new RecognitionMethod("face-api/1/0123456789", Sample.sha256('b'), 0.01, 1, false),
            new RecognitionMethod("face-api/1/0123456789", Sample.sha256('a'), 0.02, 1, false),
            new RecognitionMethod("face-api/1/0123456789", Sample.sha256('a'), 0.01, 2, false),
            new RecognitionMethod("face-api/1/0123456789", Sample.sha256('a'), 0.01, 1, true));
    private static final RecordId DPIA = Sample.record("dpia");
    private static final LocalDate REVIEW = Sample.TODAY.plusYears(1);

    private final Scenario<GovernanceState, GovernanceCommand, GovernanceEvent> founded = Scenario.of(
                    GovernanceState.NONE, GovernanceDecisions::decide, GovernanceDecisions::evolve)
            .and(new FoundInstallation(ID));
    private final Scenario<GovernanceState, GovernanceCommand, GovernanceEvent> recorded = founded.and(recorded());
    private final Scenario<GovernanceState, GovernanceCommand, GovernanceEvent> confirmed =
            recorded.and(new ConfirmDpia(ID, DPIA, METHOD, OTHER));

    static RecordDpia recorded() {
        return record(DPIA, Sample.TODAY, REVIEW);
    }

    private static RecordDpia record(RecordId reference, LocalDate approvedOn, LocalDate nextReview) {
        return record(reference, approvedOn, nextReview, METHOD);
    }

    private static RecordDpia record(
            RecordId reference, LocalDate approvedOn, LocalDate nextReview, RecognitionMethod method) {
        return new RecordDpia(
                ID,
                new Paper(reference, Sample.record("approver"), approvedOn, nextReview, method),
                METHOD,
                Sample.TODAY,
                ONE);
    }

    private static boolean holds(GovernanceState state, LocalDate day) {
        return dpia(state).holdsOn(day);
    }

    private static Dpia dpia(GovernanceState state) {
        return ((Founded) state).dpia();
    }

    @Test
    @Requirement("R82")
    void an_assessment_covers_exactly_the_pack_the_limits_and_the_settings_that_two_officers_read() {
        assertThat(dpia(recorded.state()).covers(METHOD)).isFalse();
        assertThat(dpia(confirmed.state()).covers(METHOD)).isTrue();
        for (RecognitionMethod other : OTHERS) {
            assertThat(dpia(confirmed.state()).covers(other))
                    .as(other.toString())
                    .isFalse();
            founded.when(record(DPIA, Sample.TODAY, REVIEW, other)).then(GovernanceRejection.DPIA_OTHER_METHOD);
            recorded.when(new ConfirmDpia(ID, DPIA, other, OTHER)).then(GovernanceRejection.DPIA_OTHER_METHOD);
        }
    }

    @Test
    @Requirement("R82")
    void every_version_that_was_approved_stays_on_record_with_the_two_who_did_and_a_review_alone_adds_none() {
        RecordId review = Sample.record("review");
        RecordId change = Sample.record("change");
        var reviewed =
                confirmed.and(record(review, Sample.TODAY, REVIEW)).and(new ConfirmDpia(ID, review, METHOD, OTHER));
        RecognitionMethod next = OTHERS.get(2);
        Paper paper = new Paper(change, Sample.record("approver"), Sample.TODAY, REVIEW, next);
        var changed = reviewed.and(new RecordDpia(ID, paper, next, Sample.TODAY, OTHER))
                .and(new ConfirmDpia(ID, change, next, ONE))
                .and(new RevokeDpia(ID));
        assertThat(dpia(changed.state()).methods())
                .containsExactly(
                        new Dpia.ApprovedMethod(METHOD, ONE.account(), OTHER.account(), Sample.NOW),
                        new Dpia.ApprovedMethod(next, OTHER.account(), ONE.account(), Sample.NOW));
    }

    @Test
    @Requirement("R75")
    void an_assessment_carries_recognition_from_its_confirmation_by_a_second_officer() {
        RecordDpia command = recorded();
        var waiting = founded.when(command)
                .then(new DpiaRecorded(ID, command.paper(), ONE, Sample.NOW.plus(Duration.ofHours(24)), Sample.NOW));
        assertThat(holds(waiting.state(), Sample.TODAY)).isFalse();
        waiting.when(new ConfirmDpia(ID, DPIA, METHOD, ONE)).then(GovernanceRejection.DPIA_SAME_PERSON);
        waiting.when(new ConfirmDpia(ID, DPIA, METHOD, ON_ITS_WORD)).then(GovernanceRejection.DPIA_SAME_WORD);
        var agreed = waiting.when(new ConfirmDpia(ID, DPIA, METHOD, OTHER))
                .then(new DpiaConfirmed(ID, OTHER.account(), Sample.NOW));
        assertThat(holds(agreed.state(), Sample.TODAY)).isTrue();
        agreed.when(new ConfirmDpia(ID, DPIA, METHOD, OTHER)).then(GovernanceRejection.DPIA_NOT_RECORDED);
    }

    @Test
    @Requirement({"R64", "R75"})
    void after_a_restore_that_lacks_nos_an_assessment_carries_nothing_until_two_officers_say_so_anew() {
        DoubtHistory gap = new DoubtHistory(ID, new Doubt.NosMissing(Doubt.NosMissing.Cause.ABSENT, Sample.NOW));
        var doubted = confirmed.and(gap);
        assertThat(holds(doubted.state(), Sample.TODAY)).isFalse();
        RecordId next = Sample.record("next");
        var anew = doubted.and(record(next, Sample.TODAY, REVIEW)).and(new ConfirmDpia(ID, next, METHOD, OTHER));
        assertThat(holds(anew.state(), Sample.TODAY)).isTrue();
        recorded.and(gap).when(new ConfirmDpia(ID, DPIA, METHOD, OTHER)).then(GovernanceRejection.DPIA_NOT_RECORDED);
        assertThat(holds(
                        confirmed
                                .and(new DoubtHistory(ID, new Doubt.PositionsMissing(3, 3)))
                                .state(),
                        Sample.TODAY))
                .isTrue();
    }

    @Test
    void one_officer_is_enough_only_while_the_organisation_says_so() {
        ConfirmDpia alone = new ConfirmDpia(ID, DPIA, METHOD, ONE);
        var off = recorded.and(new DeclareTwoPeople(ID, false));
        off.when(alone).then(new DpiaConfirmed(ID, ONE.account(), Sample.NOW));
        off.and(new DeclareTwoPeople(ID, true)).when(alone).then(GovernanceRejection.DPIA_SAME_PERSON);
    }

    @Test
    @Requirement("R75")
    void what_nobody_confirms_within_a_day_lapses() {
        recorded.at(Sample.NOW.plus(Duration.ofHours(24)).minusMillis(1))
                .when(new ConfirmDpia(ID, DPIA, METHOD, OTHER))
                .accepted();
        recorded.at(Sample.NOW.plus(Duration.ofHours(24)))
                .when(new ConfirmDpia(ID, DPIA, METHOD, OTHER))
                .then(GovernanceRejection.DPIA_NOT_RECORDED);
    }

    @Test
    @Requirement("R75")
    void another_assessment_that_was_recorded_meanwhile_is_not_confirmed_unread() {
        RecordId next = Sample.record("next");
        var replaced = recorded.and(record(next, Sample.TODAY, REVIEW));
        replaced.when(new ConfirmDpia(ID, DPIA, METHOD, OTHER)).then(GovernanceRejection.DPIA_NOT_RECORDED);
        replaced.when(new ConfirmDpia(ID, next, METHOD, OTHER)).accepted();
    }

    @Test
    @Requirement("R75")
    void recognition_stops_on_the_day_after_a_missed_review_and_goes_on_with_the_next_assessment() {
        assertThat(holds(confirmed.state(), REVIEW)).isTrue();
        assertThat(holds(confirmed.state(), REVIEW.plusDays(1))).isFalse();
        RecordId next = Sample.record("next");
        var waiting = confirmed.and(record(next, Sample.TODAY, REVIEW.plusYears(1)));
        assertThat(holds(waiting.state(), REVIEW)).isTrue();
        assertThat(holds(waiting.state(), REVIEW.plusDays(1))).isFalse();
        assertThat(holds(waiting.and(new ConfirmDpia(ID, next, METHOD, OTHER)).state(), REVIEW.plusDays(1)))
                .isTrue();
    }

    @Test
    void a_review_is_alarmed_about_a_week_before_and_after_it_once_each() {
        founded.when(new SoundDpiaAlarm(ID, DueAlarm.OVERDUE, REVIEW.plusDays(1)))
                .then(GovernanceRejection.DPIA_NO_ALARM);
        SoundDpiaAlarm soon = new SoundDpiaAlarm(ID, DueAlarm.DUE_SOON, REVIEW.minusDays(7));
        confirmed
                .when(new SoundDpiaAlarm(ID, DueAlarm.DUE_SOON, REVIEW.minusDays(8)))
                .then(GovernanceRejection.DPIA_NO_ALARM);
        var said = confirmed.when(soon).then(new DpiaAlarmSounded(ID, DueAlarm.DUE_SOON, Sample.NOW));
        said.when(soon).then(GovernanceRejection.DPIA_NO_ALARM);
        said.when(new SoundDpiaAlarm(ID, DueAlarm.OVERDUE, REVIEW)).then(GovernanceRejection.DPIA_NO_ALARM);
        said.when(new SoundDpiaAlarm(ID, DueAlarm.OVERDUE, REVIEW.plusDays(1)))
                .then(new DpiaAlarmSounded(ID, DueAlarm.OVERDUE, Sample.NOW));
        said.and(recorded(), new ConfirmDpia(ID, DPIA, METHOD, OTHER))
                .when(soon)
                .accepted();
    }

    @Test
    void dates_that_cannot_be_are_refused() {
        founded.when(record(DPIA, Sample.TODAY.plusDays(1), REVIEW)).then(GovernanceRejection.DPIA_IN_THE_FUTURE);
        founded.when(record(DPIA, Sample.TODAY, Sample.TODAY)).then(GovernanceRejection.DPIA_REVIEW_DATE);
        founded.when(record(DPIA, Sample.TODAY, Sample.TODAY.plusYears(3).plusDays(1)))
                .then(GovernanceRejection.DPIA_REVIEW_DATE);
        founded.when(record(DPIA, Sample.TODAY, Sample.TODAY.plusYears(3))).accepted();
    }

    @Test
    void revoking_ends_what_holds_and_what_waits() {
        founded.when(new RevokeDpia(ID)).then(GovernanceRejection.NO_DPIA);
        assertThat(dpia(confirmed
                                .when(new RevokeDpia(ID))
                                .then(new DpiaRevoked(ID, Sample.NOW))
                                .state())
                        .isNothing())
                .isTrue();
        recorded.and(new RevokeDpia(ID))
                .when(new ConfirmDpia(ID, DPIA, METHOD, OTHER))
                .then(GovernanceRejection.DPIA_NOT_RECORDED);
    }
}
