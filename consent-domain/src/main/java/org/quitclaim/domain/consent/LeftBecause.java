package org.quitclaim.domain.consent;

/** Why photos of somebody who is erased stay as they are. Stored by name: never rename one. Source: GDPR Art. 17(3). */
public enum LeftBecause {
    /** The person wants to stay on them. */
    THE_PERSON_WISHES,
    /** Reporting, art and other free expression; Art. 17(3)(a). */
    FREE_EXPRESSION,
    /** A law says that they are kept; Art. 17(3)(b). */
    LEGAL_OBLIGATION,
    /** An archive in the public interest; Art. 17(3)(d). */
    ARCHIVE,
    /** A claim needs them; Art. 17(3)(e). */
    CLAIM
}
