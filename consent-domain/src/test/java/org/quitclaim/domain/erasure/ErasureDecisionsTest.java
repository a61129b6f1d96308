package org.quitclaim.domain.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.consent.ErasureCause;
import org.quitclaim.domain.consent.PhotoTreatment;
import org.quitclaim.domain.deadline.DueAlarm;
import org.quitclaim.domain.erasure.ErasureCommand.CloseErasureCase;
import org.quitclaim.domain.erasure.ErasureCommand.ExtendDueDate;
import org.quitclaim.domain.erasure.ErasureCommand.NameSought;
import org.quitclaim.domain.erasure.ErasureCommand.NoteHold;
import org.quitclaim.domain.erasure.ErasureCommand.OpenErasureCase;
import org.quitclaim.domain.erasure.ErasureCommand.ParkErasureStep;
import org.quitclaim.domain.erasure.ErasureCommand.RecordCleanSearch;
import org.quitclaim.domain.erasure.ErasureCommand.RecordErasureStep;
import org.quitclaim.domain.erasure.ErasureCommand.RecordPhotosLeaving;
import org.quitclaim.domain.erasure.ErasureCommand.RetryParkedSteps;
import org.quitclaim.domain.erasure.ErasureCommand.SoundAlarm;
import org.quitclaim.domain.erasure.ErasureEvent.DueAlarmSounded;
import org.quitclaim.domain.erasure.ErasureEvent.DueDateExtended;
import org.quitclaim.domain.erasure.ErasureEvent.ErasureCaseClosed;
import org.quitclaim.domain.erasure.ErasureEvent.ErasureCaseOpened;
import org.quitclaim.domain.erasure.ErasureEvent.ErasureHeld;
import org.quitclaim.domain.erasure.ErasureEvent.ErasureStepParked;
import org.quitclaim.domain.erasure.ErasureEvent.ErasureStepRecorded;
import org.quitclaim.domain.erasure.ErasureEvent.ErasureStepRetried;
import org.quitclaim.domain.erasure.ErasureEvent.PhotosLeaving;
import org.quitclaim.domain.erasure.ErasureEvent.StepsRequired;
import org.quitclaim.domain.erasure.ErasureEvent.StoresSearched;
import org.quitclaim.domain.erasure.ErasureState.Closed;
import org.quitclaim.domain.erasure.ErasureState.Open;
import org.quitclaim.domain.erasure.ErasureState.Work;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;

class ErasureDecisionsTest {
    private static final ErasureCaseId ID = Sample.erasureCase("one");
    private static final PersonId ANNA = Sample.person("anna");
    private static final List<RecordId> SOUGHT = List.of(Sample.record("sought"));
    private static final List<Found> FOUND = List.of(new Found(new StoreCode("records"), Remnant.CIPHERTEXT));
    private static final LocalDate DUE = Sample.TODAY.plusMonths(1);

    private final Scenario<ErasureState, ErasureCommand, ErasureEvent> none =
            Scenario.of(ErasureState.NONE, ErasureDecisions::decide, ErasureDecisions::evolve);
    private final Scenario<ErasureState, ErasureCommand, ErasureEvent> open = none.and(open(KeyScope.RECOGNITION));

    @Test
    void aCaseIsOpenedOnceWithItsDueDateAndItsPlan() {
        var after = none.when(open(KeyScope.RECOGNITION))
                .then(
                        new ErasureCaseOpened(
                                ID, ANNA, KeyScope.RECOGNITION, 1, ErasureCause.WITHDRAWAL, DUE, Sample.NOW),
                        new StepsRequired(
                                ID,
                                List.of(
                                        ErasureStep.KEY_DESTROYED,
                                        ErasureStep.CIPHERTEXT_DELETED,
                                        ErasureStep.GALLERY_CLEARED,
                                        ErasureStep.SUGGESTIONS_RETRACTED,
                                        ErasureStep.PROJECTIONS_CLEARED,
                                        ErasureStep.SEARCH_CLEAN,
                                        ErasureStep.EPOCH_RETIRED),
                                SOUGHT,
                                Sample.NOW));
        assertThat(((Open) after.state()).lookedFor()).isEqualTo(SOUGHT);
        after.when(open(KeyScope.RECOGNITION)).then(ErasureRejection.ALREADY_OPEN);
        none.when(new CloseErasureCase(ID)).then(ErasureRejection.UNKNOWN_CASE);
    }

    /** The case does not wait for the list: its due date and alarms are there without it. */
    @Test
    void whatTheSearchLooksForCanBeNamedUntilTheKeyIsDestroyed() {
        var without = none.and(new OpenErasureCase(
                ID, ANNA, KeyScope.RECOGNITION, 1, ErasureCause.WITHDRAWAL, DUE, PhotoTreatment.LEAVE, List.of()));
        NameSought name = new NameSought(ID, SOUGHT);
        assertThat(without.when(name).accepted().state()).isEqualTo(open.state());
        open.when(name).then(ErasureRejection.STEP_ALREADY_DONE);
        without.and(new RecordErasureStep(ID, ErasureStep.KEY_DESTROYED))
                .when(name)
                .then(ErasureRejection.STEP_ALREADY_DONE);
    }

    @Test
    @Requirement({"R62", "R64"})
    void photosLeaveWithACaseThatIsToRemoveOrCoverThemAndWithNoOther() {
        List<PhotoLeaving> photos =
                List.of(new PhotoLeaving(Sample.photo("portrait"), 1, List.of(Sample.face("hers"))));
        var everything = none.and(new OpenErasureCase(
                ID, ANNA, KeyScope.IDENTITY, 1, ErasureCause.REQUEST, DUE, PhotoTreatment.REMOVE, SOUGHT));
        var leaving =
                everything.when(new RecordPhotosLeaving(ID, photos)).then(new PhotosLeaving(ID, photos, Sample.NOW));
        assertThat(leaving.state()).isEqualTo(everything.state());
        leaving.and(new RecordErasureStep(ID, ErasureStep.PHOTOS_REMOVED))
                .when(new RecordPhotosLeaving(ID, photos))
                .then(ErasureRejection.STEP_NOT_NEEDED);
        open.when(new RecordPhotosLeaving(ID, photos)).then(ErasureRejection.STEP_NOT_NEEDED);
        none.and(new OpenErasureCase(
                        ID, ANNA, KeyScope.IDENTITY, 1, ErasureCause.REQUEST, DUE, PhotoTreatment.COVER, SOUGHT))
                .when(new RecordPhotosLeaving(ID, photos))
                .then(new PhotosLeaving(ID, photos, Sample.NOW));
        none.and(new OpenErasureCase(
                        ID, ANNA, KeyScope.IDENTITY, 1, ErasureCause.REQUEST, DUE, PhotoTreatment.LEAVE, SOUGHT))
                .when(new RecordPhotosLeaving(ID, photos))
                .then(ErasureRejection.STEP_NOT_NEEDED);
    }

    @Test
    @Requirement({"R20", "R64"})
    void aCaseIsClosedOnlyWhenLiveSystemsAreDone() {
        var next = open;
        for (ErasureStep step : ((Open) open.state()).todo()) {
            next.when(new CloseErasureCase(ID)).then(ErasureRejection.NOT_FINISHED);
            next = next.when(new RecordErasureStep(ID, step)).then(new ErasureStepRecorded(ID, step, Sample.NOW));
            next.when(new RecordErasureStep(ID, step)).then(ErasureRejection.STEP_ALREADY_DONE);
        }
        var closed = next.when(new CloseErasureCase(ID)).then(new ErasureCaseClosed(ID, Sample.NOW));
        assertThat(closed.state()).isEqualTo(new Closed(ID, Set.of(ErasureStep.EPOCH_RETIRED)));
        closed.when(open(KeyScope.RECOGNITION)).then(ErasureRejection.ALREADY_OPEN);
        closed.when(new CloseErasureCase(ID)).then(ErasureRejection.ALREADY_CLOSED);
        closed.when(new RecordErasureStep(ID, ErasureStep.KEY_DESTROYED)).then(ErasureRejection.ALREADY_CLOSED);
    }

    @Test
    @Requirement("R62")
    void theRetiredEpochIsRecordedOnceOnTheClosedCaseOrBefore() {
        RecordErasureStep retired = new RecordErasureStep(ID, ErasureStep.EPOCH_RETIRED);
        var closed = allDone(open).and(new CloseErasureCase(ID));
        var confirmed = closed.when(retired).then(new ErasureStepRecorded(ID, ErasureStep.EPOCH_RETIRED, Sample.NOW));
        assertThat(confirmed.state()).isEqualTo(new Closed(ID, Set.of()));
        confirmed.when(retired).then(ErasureRejection.STEP_ALREADY_DONE);
        assertThat(open.and(retired)
                        .and(new RecordErasureStep(ID, ErasureStep.KEY_DESTROYED))
                        .state())
                .isInstanceOfSatisfying(
                        Open.class,
                        left -> assertThat(left.todo())
                                .doesNotContain(ErasureStep.EPOCH_RETIRED)
                                .contains(ErasureStep.SEARCH_CLEAN));
    }

    @Test
    @Requirement("R65")
    void aCleanSearchSaysOnceWhichStoresWereSearched() {
        List<StoreCode> stores = List.of(new StoreCode("keys"), new StoreCode("records"));
        open.when(new RecordCleanSearch(ID, stores))
                .then(
                        new StoresSearched(ID, stores, Sample.NOW),
                        new ErasureStepRecorded(ID, ErasureStep.SEARCH_CLEAN, Sample.NOW))
                .when(new RecordCleanSearch(ID, stores))
                .then(ErasureRejection.STEP_ALREADY_DONE);
    }

    @Test
    void whatIsLeftIsListedInOrder() {
        Open after = (Open) open.and(new RecordErasureStep(ID, ErasureStep.CIPHERTEXT_DELETED))
                .state();
        assertThat(after.todo())
                .containsExactly(
                        ErasureStep.KEY_DESTROYED,
                        ErasureStep.GALLERY_CLEARED,
                        ErasureStep.SUGGESTIONS_RETRACTED,
                        ErasureStep.PROJECTIONS_CLEARED,
                        ErasureStep.SEARCH_CLEAN);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RECOGNITION")
    void otherScopesHaveNeitherGalleryNorSuggestions(KeyScope scope) {
        var other = none.and(open(scope));
        other.when(new RecordErasureStep(ID, ErasureStep.GALLERY_CLEARED)).then(ErasureRejection.STEP_NOT_NEEDED);
        other.when(new RecordErasureStep(ID, ErasureStep.SUGGESTIONS_RETRACTED)).then(ErasureRejection.STEP_NOT_NEEDED);
        allDone(other).when(new CloseErasureCase(ID)).accepted();
    }

    @Test
    @Requirement("R55")
    void onlyARequestToEraseEverythingDetachesAndTreatsPhotosAsOrdered() {
        assertThat(ErasurePlan.of(KeyScope.IDENTITY, ErasureCause.REQUEST, PhotoTreatment.COVER))
                .contains(
                        ErasureStep.COPIES_SETTLED,
                        ErasureStep.SIGHTINGS_DETACHED,
                        ErasureStep.PHOTOS_COVERED,
                        ErasureStep.RECIPIENTS_TOLD)
                .doesNotContain(ErasureStep.PHOTOS_REMOVED);
        assertThat(ErasurePlan.of(KeyScope.IDENTITY, ErasureCause.REQUEST, PhotoTreatment.REMOVE))
                .contains(ErasureStep.COPIES_SETTLED, ErasureStep.SIGHTINGS_DETACHED, ErasureStep.PHOTOS_REMOVED)
                .doesNotContain(ErasureStep.PHOTOS_COVERED);
        assertThat(ErasurePlan.of(KeyScope.IDENTITY, ErasureCause.REQUEST, PhotoTreatment.LEAVE))
                .contains(ErasureStep.SIGHTINGS_DETACHED)
                .doesNotContain(ErasureStep.COPIES_SETTLED, ErasureStep.PHOTOS_COVERED, ErasureStep.PHOTOS_REMOVED);
        assertThat(ErasurePlan.of(KeyScope.RECOGNITION, ErasureCause.REQUEST, PhotoTreatment.COVER))
                .doesNotContain(ErasureStep.SIGHTINGS_DETACHED, ErasureStep.PHOTOS_COVERED);
        assertThat(ErasurePlan.of(KeyScope.IDENTITY, ErasureCause.EXPIRY, PhotoTreatment.COVER))
                .doesNotContain(ErasureStep.SIGHTINGS_DETACHED);
    }

    @Test
    void aCaseOfTheFirstReleaseKeepsItsShorterPlan() {
        var old = none.given(
                new ErasureCaseOpened(ID, ANNA, KeyScope.RECOGNITION, 1, ErasureCause.WITHDRAWAL, DUE, Sample.NOW));
        assertThat(((Open) old.state()).todo())
                .containsExactly(
                        ErasureStep.KEY_DESTROYED,
                        ErasureStep.CIPHERTEXT_DELETED,
                        ErasureStep.GALLERY_CLEARED,
                        ErasureStep.SUGGESTIONS_RETRACTED);
        assertThat(allDone(old).and(new CloseErasureCase(ID)).state()).isEqualTo(new Closed(ID, Set.of()));
    }

    @Test
    @Requirement("R48")
    void theDueDateIsExtendedOnceByTwoMonthsAtMost() {
        LocalDate latest = DUE.plusMonths(2);
        open.when(extend(latest.plusDays(1))).then(ErasureRejection.EXTENSION_TOO_LONG);
        open.when(extend(DUE)).then(ErasureRejection.EXTENSION_TOO_LONG);
        var extended = open.and(new RecordErasureStep(ID, ErasureStep.KEY_DESTROYED))
                .when(extend(latest))
                .then(new DueDateExtended(ID, latest, Sample.record("reason"), Sample.NOW));
        Open state = (Open) extended.state();
        assertThat(state.work()).isEqualTo(new Work(ID, ANNA, KeyScope.RECOGNITION, 1, latest, true));
        assertThat(state.done()).containsExactly(ErasureStep.KEY_DESTROYED);
        extended.when(extend(latest.plusDays(1))).then(ErasureRejection.ALREADY_EXTENDED);
        open.when(extend(DUE.plusDays(1))).accepted();
    }

    @Test
    @Requirement("R48")
    void eachAlarmSoundsOncePerDueDate() {
        SoundAlarm soon = new SoundAlarm(ID, DueAlarm.DUE_SOON);
        var sounded = open.when(soon).then(new DueAlarmSounded(ID, DueAlarm.DUE_SOON, DUE, Sample.NOW));
        sounded.when(soon).then(ErasureRejection.ALREADY_SOUNDED);
        sounded.when(new SoundAlarm(ID, DueAlarm.OVERDUE)).accepted();
        sounded.and(extend(DUE.plusMonths(1))).when(soon).accepted();
    }

    @Test
    @Requirement("R48")
    void anAlarmSoundsAWeekAheadAndTheDayAfter() {
        assertThat(DueAlarm.DUE_SOON.soundsOn(DUE.minusDays(8), DUE)).isFalse();
        assertThat(DueAlarm.DUE_SOON.soundsOn(DUE.minusDays(7), DUE)).isTrue();
        assertThat(DueAlarm.OVERDUE.soundsOn(DUE, DUE)).isFalse();
        assertThat(DueAlarm.OVERDUE.soundsOn(DUE.plusDays(1), DUE)).isTrue();
    }

    @Test
    void aParkedStepWaitsForSomebodyAndIsThenTriedAgain() {
        ParkErasureStep park = new ParkErasureStep(ID, ErasureStep.SEARCH_CLEAN, ParkedBecause.LEFTOVERS, FOUND);
        open.when(new RetryParkedSteps(ID)).then(ErasureRejection.NOTHING_PARKED);
        var parked = open.when(park)
                .then(new ErasureStepParked(ID, ErasureStep.SEARCH_CLEAN, ParkedBecause.LEFTOVERS, FOUND, Sample.NOW));
        assertThat(((Open) parked.state()).parked())
                .isEqualTo(Map.of(ErasureStep.SEARCH_CLEAN, new Parked(ParkedBecause.LEFTOVERS, FOUND)));
        parked.when(park).then(ErasureRejection.ALREADY_PARKED);
        var retried = parked.when(new RetryParkedSteps(ID))
                .then(new ErasureStepRetried(ID, ErasureStep.SEARCH_CLEAN, Sample.NOW));
        assertThat(((Open) retried.state()).parked()).isEmpty();
        retried.when(new RetryParkedSteps(ID)).then(ErasureRejection.NOTHING_PARKED);
        assertThat(((Open) parked.and(new RecordErasureStep(ID, ErasureStep.SEARCH_CLEAN))
                                .state())
                        .parked())
                .isEmpty();
    }

    @Test
    void onlyWhatIsStillToBeDoneCanBeParked() {
        var done = open.and(new RecordErasureStep(ID, ErasureStep.SEARCH_CLEAN));
        done.when(new ParkErasureStep(ID, ErasureStep.SEARCH_CLEAN, ParkedBecause.FAILED, List.of()))
                .then(ErasureRejection.STEP_NOT_NEEDED);
        done.when(new ParkErasureStep(ID, ErasureStep.EPOCH_RETIRED, ParkedBecause.FAILED, List.of()))
                .then(ErasureRejection.STEP_NOT_NEEDED);
    }

    @Test
    @Requirement("R67")
    void aHoldIsNotedOnceForEachEnd() {
        Instant until = Sample.NOW.plusSeconds(60);
        var held = open.when(new NoteHold(ID, until)).then(new ErasureHeld(ID, until, Sample.NOW));
        held.when(new NoteHold(ID, until)).then(ErasureRejection.ALREADY_HELD);
        assertThat(((Open) held.and(new NoteHold(ID, until.plusSeconds(1))).state()).heldUntil())
                .containsExactly(until, until.plusSeconds(1));
    }

    @Test
    void stepsWithoutACaseLeadNowhere() {
        List.of(
                        new ErasureStepRecorded(ID, ErasureStep.KEY_DESTROYED, Sample.NOW),
                        new DueDateExtended(ID, DUE, Sample.record("reason"), Sample.NOW))
                .forEach(event ->
                        assertThat(none.given((ErasureEvent) event).state()).isEqualTo(ErasureState.NONE));
    }

    private static OpenErasureCase open(KeyScope scope) {
        return new OpenErasureCase(ID, ANNA, scope, 1, ErasureCause.WITHDRAWAL, DUE, PhotoTreatment.COVER, SOUGHT);
    }

    private static Scenario<ErasureState, ErasureCommand, ErasureEvent> allDone(
            Scenario<ErasureState, ErasureCommand, ErasureEvent> scenario) {
        return scenario.and(((Open) scenario.state())
                .todo().stream().map(step -> new RecordErasureStep(ID, step)).toArray(ErasureCommand[]::new));
    }

    private static ExtendDueDate extend(LocalDate dueOn) {
        return new ExtendDueDate(ID, dueOn, Sample.record("reason"));
    }
}
