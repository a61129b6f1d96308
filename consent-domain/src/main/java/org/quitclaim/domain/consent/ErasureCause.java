package org.quitclaim.domain.consent;

/** Why something has to be erased. */
public enum ErasureCause {
    WITHDRAWAL,
    EXPIRY,
    REQUEST,
    /** The key is compromised. Source: GDPR Art. 33; R37. */
    COMPROMISE,
    /**
     * It was found out that nobody could consent to it so (a minor for herself, above all), or that it was not she who
     * did; or it was never confirmed, and gave way to another.
     */
    NO_VALID_CONSENT,
    DEATH
}
