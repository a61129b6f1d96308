package org.quitclaim.drawn;

/**
 * The light of a photo.
 *
 * @param side -1 (from the viewer's left) to 1 (from the right)
 * @param warmth -1 (overcast) to 1 (evening sun)
 * @param brightness 0.6 (dim) to 1.2 (bright), 1 is a well exposed photo
 */
public record Light(double side, double warmth, double brightness) {

    /** A large soft window on the left. */
    public static final Light WINDOW = new Light(-0.45, 0.1, 1.0);
}
