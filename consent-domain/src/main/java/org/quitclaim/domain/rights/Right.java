package org.quitclaim.domain.rights;

/**
 * What a person can ask for. Stored by name: never rename one.
 *
 * <p><b>Source:</b> GDPR Art. 15, 16, 17, 18, 20, 21.
 */
public enum Right {
    /** A copy of everything, and what was done with it. */
    ACCESS,
    /** The same in a form for machines. */
    PORTABILITY,
    /** Something about her is wrong. */
    RECTIFICATION,
    /** Nothing may be done with her data for now. */
    RESTRICTION,
    /** It may again. */
    LIFTING,
    /** Everything about her is erased; an officer orders it, and the erasure has a case of its own. */
    ERASURE,
    /** Something may not be published, although it does not rest on consent. */
    OBJECTION;

    /** Whether what it asks for only takes away. */
    public boolean asksForLess() {
        return switch (this) {
            case OBJECTION, RESTRICTION, ERASURE -> true;
            case ACCESS, PORTABILITY, RECTIFICATION, LIFTING -> false;
        };
    }
}
