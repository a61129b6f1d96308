package org.quitclaim.domain.erasure;

import java.time.Instant;
import java.time.LocalDate;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.consent.ErasureCause;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;

/** What was done in one erasure case. */
public sealed interface ErasureEvent extends DomainEvent {
    ErasureCaseId erasureCase();

    @Override
    default ErasureCaseId stream() {
        return erasureCase();
    }

    @Stored("erasure.case-opened")
    record ErasureCaseOpened(
            ErasureCaseId erasureCase,
            PersonId person,
            KeyScope scope,
            int keyGeneration,
            ErasureCause cause,
            LocalDate dueOn,
            Instant at)
            implements ErasureEvent {}

    @Stored("erasure.step-recorded")
    record ErasureStepRecorded(ErasureCaseId erasureCase, ErasureStep step, Instant at) implements ErasureEvent {}

    @Stored("erasure.case-closed")
    record ErasureCaseClosed(ErasureCaseId erasureCase, Instant at) implements ErasureEvent {}

    @Stored("erasure.due-date-extended")
    record DueDateExtended(ErasureCaseId erasureCase, LocalDate dueOn, RecordId reason, Instant at)
            implements ErasureEvent {}
}
