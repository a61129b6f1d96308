package org.quitclaim.domain.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.consent.ErasureCause;
import org.quitclaim.domain.deadline.DueAlarm;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.PersonId;
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

    /**
     * The plan of a case, recorded with its opening.
     *
     * @param lookedFor the sealed list of what the search will look for
     */
    @Stored("erasure.steps-required")
    record StepsRequired(ErasureCaseId erasureCase, List<ErasureStep> steps, List<RecordId> lookedFor, Instant at)
            implements ErasureEvent {
        public StepsRequired {
            steps = List.copyOf(steps);
            lookedFor = List.copyOf(lookedFor);
        }
    }

    /** What is to be erased is kept until then, because a claim needs it. Source: GDPR Art. 17(3)(e). */
    @Stored("erasure.held")
    record ErasureHeld(ErasureCaseId erasureCase, Instant until, Instant at) implements ErasureEvent {}

    @Stored("erasure.step-parked")
    record ErasureStepParked(
            ErasureCaseId erasureCase, ErasureStep step, ParkedBecause why, List<Found> found, Instant at)
            implements ErasureEvent {
        public ErasureStepParked {
            found = List.copyOf(found);
        }
    }

    @Stored("erasure.step-retried")
    record ErasureStepRetried(ErasureCaseId erasureCase, ErasureStep step, Instant at) implements ErasureEvent {}

    @Stored("erasure.alarm-sounded")
    record DueAlarmSounded(ErasureCaseId erasureCase, DueAlarm alarm, LocalDate dueOn, Instant at)
            implements ErasureEvent {}

    @Stored("erasure.step-recorded")
    record ErasureStepRecorded(ErasureCaseId erasureCase, ErasureStep step, Instant at) implements ErasureEvent {}

    /** Whose keys go with the person's, because it was ordered; recorded before they do, and while it is known who is who. */
    @Stored("erasure.photos-leaving")
    record PhotosLeaving(ErasureCaseId erasureCase, List<PhotoLeaving> photos, Instant at) implements ErasureEvent {
        public PhotosLeaving {
            photos = List.copyOf(photos);
        }

        /** All of them, by the history of one case. */
        public static Set<PhotoLeaving> in(Stream<?> history) {
            return history.filter(PhotosLeaving.class::isInstance)
                    .flatMap(event -> ((PhotosLeaving) event).photos().stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    /** Which stores were searched, when nothing was found in any. */
    @Stored("erasure.stores-searched")
    record StoresSearched(ErasureCaseId erasureCase, List<StoreCode> stores, Instant at) implements ErasureEvent {
        public StoresSearched {
            stores = List.copyOf(stores);
        }
    }

    @Stored("erasure.case-closed")
    record ErasureCaseClosed(ErasureCaseId erasureCase, Instant at) implements ErasureEvent {}

    @Stored("erasure.due-date-extended")
    record DueDateExtended(ErasureCaseId erasureCase, LocalDate dueOn, RecordId reason, Instant at)
            implements ErasureEvent {}
}
