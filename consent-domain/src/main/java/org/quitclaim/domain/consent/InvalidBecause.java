package org.quitclaim.domain.consent;

/** Why a permission was never the person's own. Stored by name: never rename one. */
public enum InvalidBecause {
    /** Somebody else signed or answered. */
    NOT_THEIR_HAND,
    /** The link went to an address or a telephone that is not hers. */
    NOT_THEIR_CONTACT_POINT,
    /** She could not say no without harm. Source: GDPR Rec. 42, 43. */
    UNDER_PRESSURE,
    /** Whoever signed for her was not entitled to. Source: GDPR Art. 8. */
    NO_AUTHORITY,
    /** She was told something else than what was asked. Source: GDPR Art. 4(11). */
    NOT_INFORMED,
    /** Staff wrote down a yes that nobody gave. */
    NEVER_GIVEN
}
