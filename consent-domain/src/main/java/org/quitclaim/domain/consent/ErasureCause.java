package org.quitclaim.domain.consent;

/** Why something has to be erased. */
public enum ErasureCause {
    WITHDRAWAL,
    EXPIRY,
    REQUEST,
    DEATH
}
