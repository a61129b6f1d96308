package org.quitclaim.face.detect;

import java.util.ArrayList;
import java.util.List;
import org.quitclaim.face.image.UprightImage;

/**
 * How often and at which sizes a photo is looked at.
 *
 * <p>A face whose shorter side has {@link #SMALLEST_SEEN} pixels at the largest scale is found in at least nine of ten
 * cases, see {@code docs/design/seeing.md}; each further scale halves it, down to where a face would fill the photo.
 *
 * @param scales how many times as large as it is the photo is shown to the proposer
 */
public record Passes(List<Double> scales) {

    /** Raise it when the same photo is looked at in another way, or when other boxes come of it. */
    public static final int VERSION = 2;

    /** The shorter side of the smallest face that is looked for unless a setting says otherwise, in pixels of the photo. */
    public static final int SMALLEST_FACE_PIXELS = 24;

    /** Below it the proposer misses faces, in pixels of what it is shown. */
    static final double SMALLEST_SEEN = 36;

    /** The largest face of a quick pass is not limited, the smallest is: the photo is shown with this many pixels a side. */
    private static final int QUICK_SIDE = 640;

    /** A photo that is shown smaller than this has nothing left to find. */
    private static final int LEAST_SIDE = 90;

    public Passes {
        scales = List.copyOf(scales);
    }

    /** As much as fits between an upload and its answer. */
    public static Passes quick(UprightImage image, int smallestFacePixels) {
        double thorough = SMALLEST_SEEN / smallestFacePixels;
        return from(Math.min(thorough, (double) QUICK_SIDE / longer(image)), image);
    }

    /** Until a face with a shorter side of {@code smallestFacePixels} pixels of the photo is large enough to be seen. */
    public static Passes thorough(UprightImage image, int smallestFacePixels) {
        return from(SMALLEST_SEEN / smallestFacePixels, image);
    }

    private static Passes from(double largest, UprightImage image) {
        List<Double> scales = new ArrayList<>(List.of(largest));
        for (double scale = largest / 2; scale * longer(image) >= LEAST_SIDE; scale /= 2) {
            scales.add(scale);
        }
        return new Passes(scales);
    }

    /** The shorter side of the smallest face that these passes find, in pixels of the photo. */
    public int smallestFacePixels() {
        return (int) Math.ceil(SMALLEST_SEEN / scales.getFirst());
    }

    private static int longer(UprightImage image) {
        return Math.max(image.width(), image.height());
    }
}
