package org.quitclaim.domain.publication;

/** Why something has to go offline. */
public enum TakedownCause {
    WITHDRAWAL,
    EXPIRY,
    RESTRICTION,
    ERASURE,
    FACES_CHANGED,
    OBJECTION,
    PUBLISHED_AFTER_REVOCATION
}
