package org.quitclaim.domain.consent;

/** Who took consent back. */
public enum WithdrawnBy {
    PERSON,
    REPRESENTATIVE,
    /** Nobody anew: the history was restored from before it, and the ledger knows that it had ended. */
    LEDGER,
    CLERK_ON_REQUEST
}
