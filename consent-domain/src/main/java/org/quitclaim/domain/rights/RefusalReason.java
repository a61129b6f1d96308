package org.quitclaim.domain.rights;

import java.util.Set;

/** Why a request is refused. Stored by name: never rename one. */
public enum RefusalReason {
    /** Source: GDPR Art. 12(5). */
    MANIFESTLY_UNFOUNDED,
    /** Source: GDPR Art. 12(5). */
    EXCESSIVE,
    /** Nobody here can tell that it is about this person. Source: GDPR Art. 11(2), 12(2). */
    NOT_IDENTIFIED,
    /** It is her on the photo, after all. Source: GDPR Art. 16. */
    FOUND_CORRECT,
    /** None of the grounds for a restriction is there. Source: GDPR Art. 18(1). */
    NO_GROUND,
    /** Source: GDPR Art. 21(1). */
    COMPELLING_GROUNDS,
    /** Source: GDPR Art. 17(3), 18(2), 21(1). */
    LEGAL_CLAIM;

    /** Whether a request for this right can be refused for it. */
    public boolean fits(Right right) {
        return switch (this) {
            case MANIFESTLY_UNFOUNDED, EXCESSIVE, NOT_IDENTIFIED -> true;
            case FOUND_CORRECT -> right == Right.RECTIFICATION;
            case NO_GROUND -> right == Right.RESTRICTION;
            case COMPELLING_GROUNDS -> right == Right.OBJECTION;
            case LEGAL_CLAIM ->
                Set.of(Right.LIFTING, Right.OBJECTION, Right.ERASURE).contains(right);
        };
    }
}
