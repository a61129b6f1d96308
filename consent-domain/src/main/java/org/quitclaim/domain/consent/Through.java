package org.quitclaim.domain.consent;

/** Through whom an answer reached us: it decides what can be true of how it was given. */
public enum Through {
    /** The page behind the person's own link. */
    OWN_PAGE,
    /** A member of staff, who vouches for what came on paper or was said to them. */
    STAFF
}
