package org.quitclaim.domain.consent;

import java.util.Locale;
import java.util.Set;

/** Why a person's consent does not allow a use; ordered from the farthest to the nearest miss. */
public enum Denial {
    UNKNOWN_PERSON,
    ERASED,
    DECEASED,
    /** At the person's own wish, or for their safety: nobody is told which. */
    RESTRICTED,
    REPRESENTATION_DISPUTED,
    NO_CONSENT,
    OTHER_CHANNEL,
    REFUSED,
    WITHDRAWN,
    /** Does not count: it was never hers, her circumstances were recorded wrongly, or she has died. */
    INVALIDATED,
    EXPIRED,
    NOT_YET,
    OTHER_PHOTOS,
    OTHER_TERRITORY,
    OTHER_CONTEXT,
    /** Said yes to exactly this, which counts once a second employee has seen them. */
    UNCONFIRMED;

    /** For whoever must not learn whether a consent ends at other photos, other territories or other subjects. */
    private static final String BEYOND_ITS_TERMS = "consent.beyond-its-terms";

    private static final Set<String> TERMS = Set.of(OTHER_PHOTOS.code(), OTHER_TERRITORY.code(), OTHER_CONTEXT.code());

    /** What a reason reads like for somebody who does not see for which subjects a person consented. */
    public static String withoutTerms(String code) {
        if (code.equals(UNCONFIRMED.code())) {
            // of a use, it would tell that she is a patient
            return NO_CONSENT.code();
        }
        return TERMS.contains(code) ? BEYOND_ITS_TERMS : code;
    }

    /** Stable code: {@code consent.other-channel}. */
    public String code() {
        return "consent." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
