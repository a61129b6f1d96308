package org.quitclaim.domain.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.consent.ErasureCause;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.erasure.ErasureCommand.CloseErasureCase;
import org.quitclaim.domain.erasure.ErasureCommand.ExtendDueDate;
import org.quitclaim.domain.erasure.ErasureCommand.OpenErasureCase;
import org.quitclaim.domain.erasure.ErasureCommand.RecordErasureStep;
import org.quitclaim.domain.erasure.ErasureEvent.DueDateExtended;
import org.quitclaim.domain.erasure.ErasureEvent.ErasureCaseClosed;
import org.quitclaim.domain.erasure.ErasureEvent.ErasureCaseOpened;
import org.quitclaim.domain.erasure.ErasureEvent.ErasureStepRecorded;
import org.quitclaim.domain.erasure.ErasureState.Closed;
import org.quitclaim.domain.erasure.ErasureState.Open;
import org.quitclaim.domain.vault.KeyScope;

class ErasureDecisionsTest {
    private static final ErasureCaseId ID = Sample.erasureCase("one");
    private static final PersonId ANNA = Sample.person("anna");
    private static final LocalDate DUE = Sample.TODAY.plusMonths(1);

    private final Scenario<ErasureState, ErasureCommand, ErasureEvent> none =
            Scenario.of(ErasureState.NONE, ErasureDecisions::decide, ErasureDecisions::evolve);
    private final Scenario<ErasureState, ErasureCommand, ErasureEvent> open = none.and(open(KeyScope.RECOGNITION));

    @Test
    void aCaseIsOpenedOnceWithItsDueDate() {
        var after = none.when(open(KeyScope.RECOGNITION))
                .then(new ErasureCaseOpened(
                        ID, ANNA, KeyScope.RECOGNITION, 1, ErasureCause.WITHDRAWAL, DUE, Sample.NOW));
        assertThat(after.state()).isEqualTo(new Open(ID, ANNA, KeyScope.RECOGNITION, 1, DUE, false, Set.of()));
        after.when(open(KeyScope.RECOGNITION)).then(ErasureRejection.ALREADY_OPEN);
        none.when(new CloseErasureCase(ID)).then(ErasureRejection.UNKNOWN_CASE);
    }

    @Test
    @Requirement("R20")
    void aCaseIsClosedOnlyWhenEveryStepWasTaken() {
        var next = open;
        for (ErasureStep step : ErasureStep.values()) {
            next.when(new CloseErasureCase(ID)).then(ErasureRejection.NOT_FINISHED);
            next = next.when(new RecordErasureStep(ID, step)).then(new ErasureStepRecorded(ID, step, Sample.NOW));
            next.when(new RecordErasureStep(ID, step)).then(ErasureRejection.STEP_ALREADY_DONE);
        }
        var closed = next.when(new CloseErasureCase(ID)).then(new ErasureCaseClosed(ID, Sample.NOW));
        assertThat(closed.state()).isEqualTo(new Closed(ID));
        closed.when(open(KeyScope.RECOGNITION)).then(ErasureRejection.ALREADY_OPEN);
        closed.when(new CloseErasureCase(ID)).then(ErasureRejection.ALREADY_CLOSED);
        closed.when(new RecordErasureStep(ID, ErasureStep.KEY_DESTROYED)).then(ErasureRejection.ALREADY_CLOSED);
    }

    @Test
    void whatIsLeftIsListedInOrder() {
        Open after = (Open) open.and(new RecordErasureStep(ID, ErasureStep.CIPHERTEXT_DELETED))
                .state();
        assertThat(after.todo())
                .containsExactly(
                        ErasureStep.KEY_DESTROYED, ErasureStep.GALLERY_CLEARED, ErasureStep.SUGGESTIONS_RETRACTED);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RECOGNITION")
    void otherScopesHaveNeitherGalleryNorSuggestions(KeyScope scope) {
        var other = none.and(open(scope));
        other.when(new RecordErasureStep(ID, ErasureStep.GALLERY_CLEARED)).then(ErasureRejection.STEP_NOT_NEEDED);
        other.when(new RecordErasureStep(ID, ErasureStep.SUGGESTIONS_RETRACTED)).then(ErasureRejection.STEP_NOT_NEEDED);
        other.and(
                        new RecordErasureStep(ID, ErasureStep.KEY_DESTROYED),
                        new RecordErasureStep(ID, ErasureStep.CIPHERTEXT_DELETED))
                .when(new CloseErasureCase(ID))
                .accepted();
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
        assertThat(extended.state())
                .isEqualTo(
                        new Open(ID, ANNA, KeyScope.RECOGNITION, 1, latest, true, Set.of(ErasureStep.KEY_DESTROYED)));
        extended.when(extend(latest.plusDays(1))).then(ErasureRejection.ALREADY_EXTENDED);
        open.when(extend(DUE.plusDays(1))).accepted();
    }

    @Test
    void aStepAfterAnExtensionKeepsTheNewDueDate() {
        LocalDate later = DUE.plusMonths(1);
        assertThat(open.and(extend(later), new RecordErasureStep(ID, ErasureStep.KEY_DESTROYED))
                        .state())
                .isEqualTo(new Open(ID, ANNA, KeyScope.RECOGNITION, 1, later, true, Set.of(ErasureStep.KEY_DESTROYED)));
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
        return new OpenErasureCase(ID, ANNA, scope, 1, ErasureCause.WITHDRAWAL, DUE);
    }

    private static ExtendDueDate extend(LocalDate dueOn) {
        return new ExtendDueDate(ID, dueOn, Sample.record("reason"));
    }
}
