package org.quitclaim.domain.publication;

/** Why something has to go offline. */
public enum TakedownCause {
    WITHDRAWAL,
    EXPIRY,
    RESTRICTION,
    ERASURE,
    FACES_CHANGED,
    PUBLISHED_AFTER_REVOCATION
}
