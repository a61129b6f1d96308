package org.quitclaim.domain.rights;

/** What came of a request. Stored by name: never rename one. */
public enum Outcome {
    DATA_PROVIDED,
    /** The face does not lead to her any more, or what was wrong is right. */
    CORRECTED,
    RESTRICTED,
    RESTRICTION_LIFTED,
    /** It was ordered; the case of the erasure says how far it is. */
    ERASED,
    TAKEDOWN_ORDERED,
    /** It rests on her consent: taking that back is enough, and takes one step. */
    WITHDRAW_INSTEAD;

    /** Whether a request for this right can be answered so. */
    public boolean fits(Right right) {
        return switch (this) {
            case DATA_PROVIDED -> right == Right.ACCESS || right == Right.PORTABILITY;
            case CORRECTED -> right == Right.RECTIFICATION;
            case RESTRICTED -> right == Right.RESTRICTION;
            case RESTRICTION_LIFTED -> right == Right.LIFTING;
            case TAKEDOWN_ORDERED, WITHDRAW_INSTEAD -> right == Right.OBJECTION;
            case ERASED -> right == Right.ERASURE;
        };
    }
}
