package org.quitclaim.domain.erasure;

/** What becomes of the photos of somebody who is erased. Stored by name: never rename one. */
public enum PhotoTreatment {
    /** They stay, and stay red. */
    LEAVE,
    /** A version is made on which the person is covered; what is online shows that one. */
    COVER,
    /** They are removed and their keys destroyed, whoever else is on them. */
    REMOVE
}
