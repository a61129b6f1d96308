package org.quitclaim.domain.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.deadline.DueAlarm;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.publication.Basis;
import org.quitclaim.domain.rights.RightsCommand.AnswerRequest;
import org.quitclaim.domain.rights.RightsCommand.ExtendRequest;
import org.quitclaim.domain.rights.RightsCommand.ReceiveRequest;
import org.quitclaim.domain.rights.RightsCommand.RefuseRequest;
import org.quitclaim.domain.rights.RightsCommand.RestoreRequest;
import org.quitclaim.domain.rights.RightsCommand.SoundRequestAlarm;
import org.quitclaim.domain.rights.RightsEvent.RequestAlarmSounded;
import org.quitclaim.domain.rights.RightsEvent.RequestAnswered;
import org.quitclaim.domain.rights.RightsEvent.RequestExtended;
import org.quitclaim.domain.rights.RightsEvent.RequestReceived;
import org.quitclaim.domain.rights.RightsEvent.RequestRefused;
import org.quitclaim.domain.rights.RightsState.Open;
import org.quitclaim.domain.vault.RecordId;

class RightsDecisionsTest {
    private static final RightsRequestId ID = Sample.rightsRequest("one");
    private static final PersonId ANNA = Sample.person("anna");
    private static final LocalDate DUE = LocalDate.of(2026, 12, 23);
    private static final List<RecordId> NOTE = List.of(Sample.record("note"));
    private static final Concern FACE = new Concern.Sighting(Sample.photo("one"), Sample.face("one"));
    private static final Concern ONLINE = new Concern.Publication(Sample.publication("one"));

    private final Scenario<RightsState, RightsCommand, RightsEvent> none =
            Scenario.of(RightsState.NONE, RightsDecisions::decide, RightsDecisions::evolve);
    private final Scenario<RightsState, RightsCommand, RightsEvent> open = none.and(receive(Right.ACCESS));

    private static ReceiveRequest receive(Right right) {
        return receive(right, right == Right.OBJECTION ? ONLINE : Concern.EVERYTHING);
    }

    private static ReceiveRequest receive(Right right, Concern concern) {
        return new ReceiveRequest(ID, ANNA, right, concern, AskedBy.PERSON, Sample.AMSTERDAM, NOTE);
    }

    private static AnswerRequest answer(Outcome outcome) {
        return new AnswerRequest(ID, outcome, List.of());
    }

    private static RefuseRequest refuse(RefusalReason reason) {
        return new RefuseRequest(ID, reason, NOTE);
    }

    @Example
    @Requirement("R64")
    void a_request_that_a_restore_brings_back_was_received_when_she_sent_it() {
        RequestReceived sent = new RequestReceived(
                ID,
                ANNA,
                Right.ACCESS,
                Concern.EVERYTHING,
                AskedBy.PERSON,
                Sample.AMSTERDAM,
                DUE,
                List.of(),
                false,
                Sample.NOW.minusSeconds(3_600));
        none.when(new RestoreRequest(ID, sent)).then(sent);
    }

    @Example
    @Requirement("R48")
    void aRequestIsReceivedOnceAndDueInACalendarMonth() {
        none.when(receive(Right.ACCESS))
                .then(new RequestReceived(
                        ID,
                        ANNA,
                        Right.ACCESS,
                        Concern.EVERYTHING,
                        AskedBy.PERSON,
                        Sample.AMSTERDAM,
                        DUE,
                        NOTE,
                        false,
                        Sample.NOW))
                .when(receive(Right.ACCESS))
                .then(RightsRejection.ALREADY_RECEIVED);
        none.when(answer(Outcome.DATA_PROVIDED)).then(RightsRejection.UNKNOWN_REQUEST);
    }

    @Example
    @Requirement("R48")
    void theMonthCountsFromTheDayInTheZoneOfTheRequest() {
        Instant lateInLondon = Instant.parse("2026-11-23T23:30:00Z");
        none.at(lateInLondon)
                .when(receive(Right.ACCESS))
                .thenOne(
                        event -> event instanceof RequestReceived e && e.dueOn().equals(LocalDate.of(2026, 12, 24)));
    }

    /** A month that lacks the day ends on its last one; a due date never lies further away than the law allows. */
    @Property(tries = 300)
    @Requirement("R48")
    void theDueDateIsTheSameDayOfTheNextMonthOrItsLast(
            @ForAll @DateRange(min = "2024-01-01", max = "2032-12-31") LocalDate day,
            @ForAll @IntRange(max = 23) int hour) {
        ZoneId zone = Sample.AMSTERDAM;
        Instant at = day.atTime(LocalTime.of(hour, 30)).atZone(zone).toInstant();
        RequestReceived received = (RequestReceived)
                none.at(at).when(receive(Right.ACCESS)).events().getFirst();
        LocalDate due = received.dueOn();

        assertThat(due.minusMonths(1)).isBeforeOrEqualTo(day);
        assertThat(due.getDayOfMonth() == day.getDayOfMonth() || due.getDayOfMonth() == due.lengthOfMonth())
                .isTrue();
        assertThat(due.getMonthValue()).isEqualTo(day.getMonthValue() % 12 + 1);
    }

    @Example
    @Requirement("R48")
    void itIsExtendedOnceByTwoMonthsForAReasonAndNotAfterItsDueDate() {
        ExtendRequest extend = new ExtendRequest(ID, ExtensionReason.COMPLEXITY);
        LocalDate later = LocalDate.of(2027, 2, 23);
        open.when(extend)
                .then(new RequestExtended(ID, later, ExtensionReason.COMPLEXITY, Sample.NOW))
                .when(extend)
                .then(RightsRejection.ALREADY_EXTENDED);

        Instant lastEvening = Instant.parse("2026-12-23T22:59:59Z");
        assertThat(open.at(lastEvening).when(extend).events()).hasSize(1);
        open.at(lastEvening.plusSeconds(1)).when(extend).then(RightsRejection.EXTENSION_TOO_LATE);
    }

    @Example
    @Requirement("R48")
    void anAlarmSoundsOnceAndAnewAfterAnExtension() {
        SoundRequestAlarm soon = new SoundRequestAlarm(ID, DueAlarm.DUE_SOON);
        var sounded = open.when(soon).then(new RequestAlarmSounded(ID, DueAlarm.DUE_SOON, DUE, Sample.NOW));
        sounded.when(soon).then(RightsRejection.ALREADY_SOUNDED);
        sounded.and(new ExtendRequest(ID, ExtensionReason.NUMBER_OF_REQUESTS))
                .when(soon)
                .thenOne(RequestAlarmSounded.class::isInstance);
    }

    @Example
    @Requirement("R48")
    void itIsAnsweredOrRefusedOnce() {
        var answered = open.when(answer(Outcome.DATA_PROVIDED))
                .then(new RequestAnswered(ID, Outcome.DATA_PROVIDED, List.of(), Sample.NOW));
        answered.when(refuse(RefusalReason.EXCESSIVE)).then(RightsRejection.ALREADY_OVER);
        answered.when(receive(Right.ACCESS)).then(RightsRejection.ALREADY_RECEIVED);
        open.when(refuse(RefusalReason.EXCESSIVE))
                .then(new RequestRefused(ID, RefusalReason.EXCESSIVE, NOTE, Sample.NOW))
                .when(answer(Outcome.DATA_PROVIDED))
                .then(RightsRejection.ALREADY_OVER);
    }

    @Property
    void onlyAnOutcomeOfItsRightAnswersItAndOnlyAReasonOfItsRightRefusesIt(
            @ForAll Right right, @ForAll Outcome outcome, @ForAll RefusalReason reason) {
        var asked = none.and(receive(right));
        if (outcome.fits(right)) {
            assertThat(asked.when(answer(outcome)).events()).hasSize(1);
        } else {
            asked.when(answer(outcome)).then(RightsRejection.OTHER_OUTCOME);
        }
        if (reason.fits(right)) {
            assertThat(asked.when(refuse(reason)).events()).hasSize(1);
        } else {
            asked.when(refuse(reason)).then(RightsRejection.OTHER_REASON);
        }
    }

    @Property
    void everyRightCanBeAnsweredAndRefused(@ForAll Right right) {
        assertThat(Outcome.values()).anyMatch(outcome -> outcome.fits(right));
        assertThat(RefusalReason.values()).anyMatch(reason -> reason.fits(right));
    }

    @Property
    @Requirement({"R52", "R56"})
    void anObjectionIsAboutAPublicationAndACorrectionMayBeAboutAFace(@ForAll Right right) {
        assertThat(ONLINE.fits(right)).isEqualTo(right == Right.OBJECTION);
        assertThat(FACE.fits(right)).isEqualTo(right == Right.RECTIFICATION);
        assertThat(Concern.EVERYTHING.fits(right)).isEqualTo(right != Right.OBJECTION);
        if (right == Right.OBJECTION) {
            none.when(receive(right, Concern.EVERYTHING)).then(RightsRejection.OTHER_CONCERN);
        }
    }

    @Property
    @Requirement("R56")
    void whatDoesNotRestOnConsentGoesOffline(@ForAll Basis basis) {
        assertThat(ObjectionRule.outcome(basis))
                .isEqualTo(basis == Basis.CONSENT ? Outcome.WITHDRAW_INSTEAD : Outcome.TAKEDOWN_ORDERED);
    }

    @Example
    void whatIsAskedIsKeptInTheState() {
        assertThat(none.and(receive(Right.RECTIFICATION, FACE)).state())
                .isEqualTo(new Open(
                        new RightsState.Request(ID, ANNA, Right.RECTIFICATION, FACE, Sample.AMSTERDAM, DUE, false),
                        Set.of()));
    }
}
