package org.quitclaim.drawn;

import java.awt.Color;

/**
 * Hair, or the scarf that covers it.
 *
 * @param hairline distance from the eyes up to the hairline in face units
 * @param volume how far the hair stands off the skull
 * @param parting -1 (left) to 1 (right)
 */
record Hair(Style style, Color color, double hairline, double volume, double parting) {

    /** How the hair is worn. */
    public enum Style {
        /** A few millimetres all over. */
        CROPPED,
        SIDE_PARTED,
        /** Brushed up and back. */
        SWEPT_BACK,
        /** A wreath at the sides, none on top. */
        RECEDED,
        FRINGE_BOB,
        LONG_STRAIGHT,
        LONG_WAVY,
        BUN,
        CURLS,
        /** Tousled and short, as children wear it. */
        TOUSLED,
        /** A scarf that covers hair, ears and neck; its colour is the colour of the scarf. */
        HIJAB
    }
}
