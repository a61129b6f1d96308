package org.quitclaim.domain.consent;

import java.util.Locale;

/** Why a person's consent does not allow a use; ordered from the farthest to the nearest miss. */
public enum Denial {
    UNKNOWN_PERSON,
    ERASED,
    DECEASED,
    RESTRICTED,
    REPRESENTATION_DISPUTED,
    NO_CONSENT,
    OTHER_CHANNEL,
    REFUSED,
    WITHDRAWN,
    EXPIRED,
    NOT_YET,
    OTHER_PHOTOS,
    OTHER_TERRITORY,
    OTHER_CONTEXT;

    /** Stable code: {@code consent.other-channel}. */
    public String code() {
        return "consent." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
