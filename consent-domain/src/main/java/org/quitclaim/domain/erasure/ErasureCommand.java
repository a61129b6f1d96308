package org.quitclaim.domain.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.quitclaim.domain.Creating;
import org.quitclaim.domain.DomainCommand;
import org.quitclaim.domain.consent.ErasureCause;
import org.quitclaim.domain.consent.PhotoTreatment;
import org.quitclaim.domain.deadline.DueAlarm;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;

/** Orders to one erasure case. */
public sealed interface ErasureCommand extends DomainCommand {
    ErasureCaseId erasureCase();

    @Override
    default ErasureCaseId target() {
        return erasureCase();
    }

    /**
     * Begins the work that a person's record ordered.
     *
     * @param lookedFor the sealed list of what the search will look for; empty when nothing is there to be erased
     * @param copies whether copies of the photos are looked for before these are covered or removed
     */
    record OpenErasureCase(
            ErasureCaseId erasureCase,
            PersonId person,
            KeyScope scope,
            int keyGeneration,
            ErasureCause cause,
            LocalDate dueOn,
            PhotoTreatment photos,
            List<RecordId> lookedFor,
            boolean copies)
            implements ErasureCommand, Creating {
        public OpenErasureCase {
            lookedFor = List.copyOf(lookedFor);
        }

        /** Where copies are looked for. */
        public OpenErasureCase(
                ErasureCaseId erasureCase,
                PersonId person,
                KeyScope scope,
                int keyGeneration,
                ErasureCause cause,
                LocalDate dueOn,
                PhotoTreatment photos,
                List<RecordId> lookedFor) {
            this(erasureCase, person, scope, keyGeneration, cause, dueOn, photos, lookedFor, true);
        }
    }

    /** Names the sealed list of what the search will look for, which could not be made when the case was opened. */
    record NameSought(ErasureCaseId erasureCase, List<RecordId> lookedFor) implements ErasureCommand {
        public NameSought {
            lookedFor = List.copyOf(lookedFor);
        }
    }

    /** A hold keeps what this case is to erase until {@code until}. */
    record NoteHold(ErasureCaseId erasureCase, Instant until) implements ErasureCommand {}

    record RecordErasureStep(ErasureCaseId erasureCase, ErasureStep step) implements ErasureCommand {}

    /** These photos go as they were: their keys are about to be destroyed, and the search looks for them too. */
    record RecordPhotosLeaving(ErasureCaseId erasureCase, List<PhotoLeaving> photos) implements ErasureCommand {
        public RecordPhotosLeaving {
            photos = List.copyOf(photos);
        }
    }

    /** These stores were searched and nothing was found; what a certificate states. */
    record RecordCleanSearch(ErasureCaseId erasureCase, List<StoreCode> stores) implements ErasureCommand {
        public RecordCleanSearch {
            stores = List.copyOf(stores);
        }
    }

    /** A step cannot go on without a person. */
    record ParkErasureStep(ErasureCaseId erasureCase, ErasureStep step, ParkedBecause why, List<Found> found)
            implements ErasureCommand {
        public ParkErasureStep {
            found = List.copyOf(found);
        }
    }

    /** Somebody looked: everything that is parked is to be tried again. */
    record RetryParkedSteps(ErasureCaseId erasureCase) implements ErasureCommand {}

    record SoundAlarm(ErasureCaseId erasureCase, DueAlarm alarm) implements ErasureCommand {}

    record CloseErasureCase(ErasureCaseId erasureCase) implements ErasureCommand {}

    /** One extension, with a reason. Source: GDPR Art. 12(3). */
    record ExtendDueDate(ErasureCaseId erasureCase, LocalDate dueOn, RecordId reason) implements ErasureCommand {}
}
