package org.quitclaim.drawn;

/**
 * What years and taste add to a face.
 *
 * @param age 0 (child) to 1 (old); lines begin at about 0.5
 */
record Look(double age, Beard beard, Glasses glasses, boolean freckles, boolean earrings) {

    /** Facial hair. */
    public enum Beard {
        NONE,
        STUBBLE,
        MOUSTACHE,
        FULL
    }

    /** Spectacles. */
    public enum Glasses {
        NONE,
        ROUND,
        SQUARE,
        RIMLESS
    }
}
