package org.quitclaim.domain.access;

/** One thing that a machine may be trusted with, apart from the roles that people have too. */
public enum Scope {
    /** Asks whether a photo may be used, and says that it was. */
    PUBLISH,
    /** Fetches the full-size file of a use that was cleared. */
    RELEASE_FILE,
    /** Says that a photo was taken down. */
    ACKNOWLEDGE,
    /** Reads how photos, uses and takedowns stand, by opaque ids. */
    READ_STATUS,
    /** Brings photos in. */
    IMPORT;

    /** Whether whoever holds it sees people, so that it takes two to hand it out. */
    public boolean showsPeople() {
        return switch (this) {
            case RELEASE_FILE -> true;
            case PUBLISH, ACKNOWLEDGE, READ_STATUS, IMPORT -> false;
        };
    }
}
