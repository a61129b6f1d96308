package org.quitclaim.domain.photo;

/** Why a marked face needs nobody's consent. */
public enum DismissalReason {
    /** A statue, a poster, a drawing. */
    NOT_A_PERSON,
    /** A blurred back row. */
    NOT_RECOGNISABLE
}
