package org.quitclaim.domain.erasure;

import static org.quitclaim.domain.erasure.ErasureStep.CIPHERTEXT_DELETED;
import static org.quitclaim.domain.erasure.ErasureStep.COPIES_SETTLED;
import static org.quitclaim.domain.erasure.ErasureStep.EPOCH_RETIRED;
import static org.quitclaim.domain.erasure.ErasureStep.FILE_WORDS_DESTROYED;
import static org.quitclaim.domain.erasure.ErasureStep.GALLERY_CLEARED;
import static org.quitclaim.domain.erasure.ErasureStep.KEY_DESTROYED;
import static org.quitclaim.domain.erasure.ErasureStep.PHOTOS_COVERED;
import static org.quitclaim.domain.erasure.ErasureStep.PHOTOS_REMOVED;
import static org.quitclaim.domain.erasure.ErasureStep.PROJECTIONS_CLEARED;
import static org.quitclaim.domain.erasure.ErasureStep.RECIPIENTS_TOLD;
import static org.quitclaim.domain.erasure.ErasureStep.SEARCH_CLEAN;
import static org.quitclaim.domain.erasure.ErasureStep.SIGHTINGS_DETACHED;
import static org.quitclaim.domain.erasure.ErasureStep.SUGGESTIONS_RETRACTED;

import java.util.EnumSet;
import java.util.Set;
import org.quitclaim.domain.consent.ErasureCause;
import org.quitclaim.domain.consent.PhotoTreatment;
import org.quitclaim.domain.vault.KeyScope;

/**
 * Which steps an erasure needs. Taking back recognition leaves sightings and photos alone: they are what keeps a photo
 * from being published; a request to erase everything detaches them and, if ordered, covers or removes the photos.
 */
final class ErasurePlan {
    private ErasurePlan() {}

    public static Set<ErasureStep> of(KeyScope scope, ErasureCause cause, PhotoTreatment photos) {
        Set<ErasureStep> steps =
                EnumSet.of(KEY_DESTROYED, CIPHERTEXT_DELETED, PROJECTIONS_CLEARED, SEARCH_CLEAN, EPOCH_RETIRED);
        steps.addAll(
                switch (scope) {
                    case RECOGNITION -> EnumSet.of(GALLERY_CLEARED, SUGGESTIONS_RETRACTED);
                    case IDENTITY -> cause == ErasureCause.REQUEST ? everything(photos) : Set.of();
                    case EVIDENCE, PHOTO, STAFF, EDITORIAL -> Set.of();
                });
        return steps;
    }

    private static Set<ErasureStep> everything(PhotoTreatment photos) {
        Set<ErasureStep> steps = EnumSet.of(FILE_WORDS_DESTROYED, SIGHTINGS_DETACHED, RECIPIENTS_TOLD);
        switch (photos) {
            case LEAVE -> {}
            case COVER -> steps.addAll(EnumSet.of(COPIES_SETTLED, PHOTOS_COVERED));
            case REMOVE -> steps.addAll(EnumSet.of(COPIES_SETTLED, PHOTOS_REMOVED));
        }
        return steps;
    }

    /** What a case of the first release needed, which did not write its plan down. */
    static Set<ErasureStep> unwritten(KeyScope scope) {
        return scope == KeyScope.RECOGNITION
                ? EnumSet.of(KEY_DESTROYED, CIPHERTEXT_DELETED, GALLERY_CLEARED, SUGGESTIONS_RETRACTED)
                : EnumSet.of(KEY_DESTROYED, CIPHERTEXT_DELETED);
    }
}
