package org.quitclaim.drawn;

/** The places where people are drawn. */
public enum Backdrop {
    /** Plain paper with a soft light on it. */
    STUDIO,
    /** A hospital ward: window, bed, curtain. */
    WARD,
    /** A town hall: columns, wood, tall windows. */
    TOWN_HALL,
    /** Trees, lawn and a path. */
    PARK,
    /** Framed pictures under spotlights. */
    MUSEUM,
    /** Shelves of books. */
    LIBRARY
}
