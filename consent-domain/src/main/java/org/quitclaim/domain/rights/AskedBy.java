package org.quitclaim.domain.rights;

/** By which way a request reached us. Stored by name: never rename one. */
public enum AskedBy {
    /** On her own page. */
    PERSON,
    /** Written down by staff, from a letter or a call. */
    STAFF_ON_BEHALF
}
