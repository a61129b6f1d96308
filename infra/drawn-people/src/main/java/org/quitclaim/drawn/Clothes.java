package org.quitclaim.drawn;

import java.awt.Color;

/** What somebody wears: the kind, its main colour and the colour of what shows beneath it. */
record Clothes(Kind kind, Color color, Color under) {

    /** The cut of the clothes. */
    public enum Kind {
        TEE,
        SHIRT,
        BLAZER,
        SUIT_AND_TIE,
        /** Hospital staff: a V-neck and a badge. */
        SCRUBS,
        /** A patient's gown. */
        GOWN,
        HOODIE,
        ROLL_NECK
    }
}
