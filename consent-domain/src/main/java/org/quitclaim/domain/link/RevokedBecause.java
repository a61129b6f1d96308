package org.quitclaim.domain.link;

/** Why an officer ends a link. */
public enum RevokedBecause {
    /** It went to somebody else. */
    WRONG_ADDRESS,
    /** Somebody else has it, or may have it. */
    LOST,
    /** Somebody else used it. */
    MISUSED,
    /** The person asks for it. */
    PERSON_ASKED,
    /** It should not have been issued. */
    ISSUED_BY_MISTAKE
}
