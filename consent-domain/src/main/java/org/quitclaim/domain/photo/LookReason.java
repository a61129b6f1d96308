package org.quitclaim.domain.photo;

/** Why somebody has to see a person whom screens cover. */
public enum LookReason {
    /** A mark or a name may be wrong. */
    MARK,
    /** Somebody on the photo asked for something that needs a look at it. Source: GDPR Art. 12 to 22. */
    REQUEST,
    /** Establishment, exercise or defence of legal claims. Source: GDPR Art. 17(3)(e), 18(2). */
    LEGAL_CLAIM,
    /** Another person's rights are at stake. Source: GDPR Art. 18(2). */
    RIGHTS_OF_OTHERS;

    /** Whether it is a reason to see somebody who was erased, or whose data may only be stored. */
    public boolean isForOfficers() {
        return this != MARK;
    }
}
