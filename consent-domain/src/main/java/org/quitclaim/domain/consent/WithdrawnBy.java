package org.quitclaim.domain.consent;

/** Who took consent back. */
public enum WithdrawnBy {
    PERSON,
    REPRESENTATIVE,
    CLERK_ON_REQUEST
}
