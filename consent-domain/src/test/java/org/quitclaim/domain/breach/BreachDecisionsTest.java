package org.quitclaim.domain.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quitclaim.domain.Sample.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.breach.BreachCommand.CloseBreach;
import org.quitclaim.domain.breach.BreachCommand.ConfirmRevocation;
import org.quitclaim.domain.breach.BreachCommand.RecordNotification;
import org.quitclaim.domain.breach.BreachCommand.RecordPersonsInformed;
import org.quitclaim.domain.breach.BreachCommand.RecordRevocation;
import org.quitclaim.domain.breach.BreachCommand.ReportCompromise;
import org.quitclaim.domain.breach.BreachCommand.RequestRevocation;
import org.quitclaim.domain.breach.BreachCommand.SoundBreachAlarm;
import org.quitclaim.domain.id.BreachId;
import org.quitclaim.domain.vault.RecordId;

@Requirement({"R37", "R72"})
class BreachDecisionsTest {
    private static final BreachId ID = new BreachId(Sample.id(BreachId.PREFIX, "breach"));
    private static final Voucher ONE = new Voucher(Sample.account("one"), Sample.account("one"), true);
    private static final Voucher OTHER = new Voucher(Sample.account("other"), Sample.account("other"), false);
    private static final Voucher ON_ITS_WORD = new Voucher(Sample.account("puppet"), ONE.line(), false);
    private static final Voucher ON_ITS_WORD_TOO = new Voucher(Sample.account("otherpuppet"), ONE.line(), false);
    private static final RecordId TEXT = Sample.record("text");
    private static final ReportCompromise REPORT = new ReportCompromise(ID, Affected.EVERYBODY, NOW, TEXT, ONE);

    private BreachState state = BreachState.NONE;

    private Decision<BreachEvent> decided(BreachCommand command, Instant at) {
        return BreachDecisions.decide(state, command, at);
    }

    private List<BreachEvent> accepted(BreachCommand command, Instant at) {
        List<BreachEvent> events = switch (decided(command, at)) {
            case Decision.Accepted<BreachEvent> accepted -> accepted.events();
            case Decision.Rejected<BreachEvent> rejected ->
                throw new AssertionError(rejected.rejection().code());
        };
        events.forEach(event -> state = BreachDecisions.evolve(state, event));
        return events;
    }

    private void refused(BreachCommand command, Instant at, BreachRejection why) {
        assertThat(decided(command, at)).isEqualTo(Decision.reject(why));
    }

    private static Instant after(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }

    @Test
    void aDiscoveryThatNobodyCanRememberIsRefused() {
        ReportCompromise slip = new ReportCompromise(ID, Affected.EVERYBODY, Instant.MIN, TEXT, ONE);
        refused(slip, NOW, BreachRejection.DISCOVERED_TOO_LONG_AGO);
    }

    @Test
    void aReportBeginsTheRecordAndAsksForASecondPersonAndRevokesNothing() {
        assertThat(accepted(REPORT, NOW))
                .containsExactly(
                        new BreachEvent.CompromiseReported(ID, Affected.EVERYBODY, NOW, TEXT, NOW),
                        new BreachEvent.RevocationRequested(ID, ONE, after(24), NOW));
        refused(new RecordRevocation(ID), NOW, BreachRejection.NOT_CONFIRMED);
        refused(REPORT, NOW, BreachRejection.ALREADY_REPORTED);
    }

    @Test
    void whatIsDiscoveredTomorrowIsNotReportedToday() {
        refused(REPORT, NOW.minusSeconds(1), BreachRejection.DISCOVERED_IN_THE_FUTURE);
    }

    @Test
    void nothingIsRecordedOfABreachThatNobodyReported() {
        refused(new ConfirmRevocation(ID, ONE, false), NOW, BreachRejection.UNKNOWN);
    }

    @Test
    void whoeverAskedCannotConfirm() {
        accepted(REPORT, NOW);
        refused(new ConfirmRevocation(ID, ONE, false), after(1), BreachRejection.SAME_PERSON);
    }

    @Test
    void whoStandsOnTheAdministratorsWordCannotConfirmWhatItAskedUnlessOnePersonIsEnough() {
        accepted(REPORT, NOW);
        refused(new ConfirmRevocation(ID, ON_ITS_WORD, false), after(1), BreachRejection.SAME_WORD);
        accepted(new ConfirmRevocation(ID, ON_ITS_WORD, true), after(1));
    }

    @Test
    void twoOfficersOnOneWordAreTwoWhenNeitherGaveIt() {
        accepted(REPORT, NOW);
        accepted(new RequestRevocation(ID, ON_ITS_WORD_TOO), after(24));
        accepted(new ConfirmRevocation(ID, ON_ITS_WORD, false), after(25));
    }

    @Test
    void whoeverAskedConfirmsWhereTheOrganisationSaidThatOnePersonIsEnough() {
        accepted(REPORT, NOW);
        assertThat(accepted(new ConfirmRevocation(ID, ONE, true), after(1)))
                .containsExactly(new BreachEvent.RevocationConfirmed(ID, ONE.account(), after(1)));
    }

    @Test
    void somebodyElseConfirmsOnceAndTheKeysAreRevokedOnce() {
        accepted(REPORT, NOW);
        accepted(new ConfirmRevocation(ID, OTHER, false), after(23));
        refused(new ConfirmRevocation(ID, OTHER, false), after(23), BreachRejection.ALREADY_CONFIRMED);
        refused(new RequestRevocation(ID, ONE), after(23), BreachRejection.ALREADY_CONFIRMED);
        refused(new CloseBreach(ID, List.of(TEXT)), after(23), BreachRejection.STILL_REVOKING);
        accepted(new RecordRevocation(ID), after(23));
        refused(new RecordRevocation(ID), after(23), BreachRejection.NOT_CONFIRMED);
        refused(new ConfirmRevocation(ID, OTHER, false), after(23), BreachRejection.ALREADY_CONFIRMED);
    }

    @Test
    void aRequestThatNobodyConfirmedInTimeIsAskedAnew() {
        accepted(REPORT, NOW);
        refused(new RequestRevocation(ID, OTHER), after(23), BreachRejection.STILL_AWAITED);
        refused(new ConfirmRevocation(ID, OTHER, false), after(24), BreachRejection.CONFIRMATION_TOO_LATE);
        accepted(new RequestRevocation(ID, OTHER), after(24));
        refused(new ConfirmRevocation(ID, OTHER, false), after(25), BreachRejection.SAME_PERSON);
        accepted(new ConfirmRevocation(ID, ONE, false), after(25));
    }

    @Test
    void within72HoursTheAuthorityIsToldWithoutAReasonAndOnce() {
        accepted(REPORT, NOW);
        accepted(new RecordNotification(ID, TEXT, List.of()), after(72));
        refused(new RecordNotification(ID, TEXT, List.of()), after(72), BreachRejection.ALREADY_NOTIFIED);
    }

    @Test
    void afterThatOnlyWithTheReasonForTheDelay() {
        accepted(REPORT, NOW);
        Instant late = after(72).plusMillis(1);
        refused(new RecordNotification(ID, TEXT, List.of()), late, BreachRejection.DELAY_UNEXPLAINED);
        accepted(new RecordNotification(ID, TEXT, List.of(TEXT)), late);
    }

    @Test
    void theAlarmSoundsADayBeforeAndAtTheEndOnceEachAndNotAfterTelling() {
        accepted(REPORT, NOW);
        SoundBreachAlarm soon = new SoundBreachAlarm(ID, BreachAlarm.DUE_SOON);
        SoundBreachAlarm overdue = new SoundBreachAlarm(ID, BreachAlarm.OVERDUE);
        refused(soon, after(48).minusMillis(1), BreachRejection.NOT_DUE);
        accepted(soon, after(48));
        refused(soon, after(48), BreachRejection.NOT_DUE);
        refused(overdue, after(72).minusMillis(1), BreachRejection.NOT_DUE);
        accepted(new RecordNotification(ID, TEXT, List.of()), after(72));
        refused(overdue, after(72), BreachRejection.NOT_DUE);
    }

    @Test
    void itClosesWhenKeysAreRevokedAndEverybodyIsToldOrWithTheReasonWhyNot() {
        accepted(REPORT, NOW);
        refused(new CloseBreach(ID, List.of()), after(1), BreachRejection.REASON_MISSING);
        accepted(new ConfirmRevocation(ID, OTHER, false), after(1));
        accepted(new RecordRevocation(ID), after(1));
        accepted(new RecordNotification(ID, TEXT, List.of()), after(1));
        refused(new CloseBreach(ID, List.of()), after(1), BreachRejection.REASON_MISSING);
        accepted(new RecordPersonsInformed(ID, TEXT), after(1));
        refused(new RecordPersonsInformed(ID, TEXT), after(1), BreachRejection.ALREADY_INFORMED);
        accepted(new CloseBreach(ID, List.of()), after(1));
        refused(new CloseBreach(ID, List.of()), after(1), BreachRejection.CLOSED);
    }

    @Test
    void aReportThatWasAMistakeIsClosedWithItsReason() {
        accepted(REPORT, NOW);
        accepted(new CloseBreach(ID, List.of(TEXT)), after(1));
    }

    @Test
    void nobodyNamedNeverMeansEverybody() {
        assertThatThrownBy(() -> new Affected(Affected.Extent.NAMED, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Affected(Affected.Extent.EVERYBODY, List.of(Sample.person("one"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
