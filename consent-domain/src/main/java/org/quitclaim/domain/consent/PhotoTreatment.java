package org.quitclaim.domain.consent;

/** What becomes of the photos of somebody who is erased. Stored by name: never rename one. */
public enum PhotoTreatment {
    /** They stay, and stay red. */
    LEAVE,
    /** The stored original is replaced by one on which the person is covered, and so is what is online. */
    COVER,
    /** They are removed and their keys destroyed, whoever else is on them. */
    REMOVE
}
