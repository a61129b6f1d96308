package org.quitclaim.command.publication;

import java.util.Arrays;
import java.util.List;
import org.quitclaim.domain.consent.Denial;
import org.quitclaim.domain.publication.Reason;
import org.quitclaim.domain.publication.TakedownCause;

/** Which cause a takedown has when somebody, or the photo, says no. */
final class TakedownCauses {
    private TakedownCauses() {}

    static TakedownCause of(Denial reason) {
        return switch (reason) {
            case ERASED, DECEASED -> TakedownCause.ERASURE;
            case RESTRICTED, REPRESENTATION_DISPUTED -> TakedownCause.RESTRICTION;
            case EXPIRED, NOT_YET -> TakedownCause.EXPIRY;
            case UNKNOWN_PERSON,
                    NO_CONSENT,
                    REFUSED,
                    WITHDRAWN,
                    INVALIDATED,
                    UNCONFIRMED,
                    OTHER_CHANNEL,
                    OTHER_PHOTOS,
                    OTHER_TERRITORY,
                    OTHER_CONTEXT -> TakedownCause.WITHDRAWAL;
        };
    }

    /** The first person's no; without one it is the photo's. */
    static TakedownCause of(List<Reason> reasons) {
        return reasons.stream()
                .flatMap(reason -> Arrays.stream(Denial.values())
                        .filter(denial -> denial.code().equals(reason.code())))
                .findFirst()
                .map(TakedownCauses::of)
                .orElse(TakedownCause.FACES_CHANGED);
    }
}
