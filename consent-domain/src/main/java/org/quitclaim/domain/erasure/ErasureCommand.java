package org.quitclaim.domain.erasure;

import java.time.LocalDate;
import org.quitclaim.domain.Creating;
import org.quitclaim.domain.DomainCommand;
import org.quitclaim.domain.consent.ErasureCause;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;

/** Orders to one erasure case. */
public sealed interface ErasureCommand extends DomainCommand {
    ErasureCaseId erasureCase();

    @Override
    default ErasureCaseId target() {
        return erasureCase();
    }

    /** Begins the work that a person's record ordered. */
    record OpenErasureCase(
            ErasureCaseId erasureCase,
            PersonId person,
            KeyScope scope,
            int keyGeneration,
            ErasureCause cause,
            LocalDate dueOn)
            implements ErasureCommand, Creating {}

    record RecordErasureStep(ErasureCaseId erasureCase, ErasureStep step) implements ErasureCommand {}

    record CloseErasureCase(ErasureCaseId erasureCase) implements ErasureCommand {}

    /** One extension, with a reason. Source: GDPR Art. 12(3). */
    record ExtendDueDate(ErasureCaseId erasureCase, LocalDate dueOn, RecordId reason) implements ErasureCommand {}
}
