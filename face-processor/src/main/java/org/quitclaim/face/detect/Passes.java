package org.quitclaim.face.detect;

import java.util.ArrayList;
import java.util.List;
import org.quitclaim.face.image.UprightImage;

/**
 * How often, at which sizes and turned how far a photo is looked at.
 *
 * <p>A face whose shorter side has {@link #SMALLEST_SEEN} pixels at the largest scale is found in at least nine of ten
 * cases, see {@code docs/design/seeing.md}; each further scale halves it, down to where a face would fill the photo. A head
 * that leans less than 30 degrees is found as an upright one is; hence {@link #TURNS} miss none between.
 *
 * @param scales how many times as large as it is the photo is shown to the proposer
 * @param turns by how many degrees it is turned for further looks
 * @param turnedScales how large it is shown then; where most are found turned, at the larger {@code scales} too
 */
public record Passes(List<Double> scales, List<Integer> turns, List<Double> turnedScales) {

    /** Raise it when the same photo is looked at in another way, or when other boxes come of it. */
    public static final int VERSION = 4;

    /** The shorter side of the smallest face that is looked for unless a setting says otherwise, in pixels of the photo. */
    public static final int SMALLEST_FACE_PIXELS = 24;

    /** Below it the proposer misses faces, in pixels of what it is shown. */
    static final double SMALLEST_SEEN = 36;

    /** The largest face of a quick pass is not limited, the smallest is: the photo is shown with this many pixels a side. */
    private static final int QUICK_SIDE = 640;

    /** A photo that is shown smaller than this has nothing left to find. */
    private static final int LEAST_SIDE = 90;

    private static final List<Integer> TURNS = List.of(60, 120, 180, 240, 300);

    /** How much smaller a photo is shown turned: whoever lies on the ground is seldom in the last row. */
    private static final double TURNED = 0.5;

    /** However large it is, with this many pixels a side: five more looks at more would take too long. */
    private static final int TURNED_SIDE = 3000;

    private static final double ROUNDING = 1e-6;

    public Passes {
        scales = List.copyOf(scales);
        turns = List.copyOf(turns);
        turnedScales = List.copyOf(turnedScales);
    }

    /** As much as fits between an upload and its answer; of a small photo that is everything. */
    public static Passes quick(UprightImage image, int smallestFacePixels) {
        Passes thorough = thorough(image, smallestFacePixels);
        List<Double> scales = from((double) QUICK_SIDE / longer(image), image);
        return scales.getFirst() >= thorough.scales.getFirst() ? thorough : new Passes(scales, List.of(), List.of());
    }

    /** Until a face with a shorter side of {@code smallestFacePixels} pixels of the photo is large enough to be seen. */
    public static Passes thorough(UprightImage image, int smallestFacePixels) {
        double largest = SMALLEST_SEEN / smallestFacePixels;
        double turned = Math.min(largest * TURNED, (double) TURNED_SIDE / longer(image));
        return new Passes(from(largest, image), TURNS, from(turned, image));
    }

    private static List<Double> from(double largest, UprightImage image) {
        List<Double> scales = new ArrayList<>(List.of(largest));
        for (double scale = largest / 2; scale * longer(image) >= LEAST_SIDE; scale /= 2) {
            scales.add(scale);
        }
        return scales;
    }

    /** The shorter side of the smallest face that these passes find, in pixels of the photo. */
    public int smallestFacePixels() {
        return smallest(scales);
    }

    /** The same of a face that is turned; zero where none is looked for. */
    public int smallestTurnedPixels() {
        return turnedScales.isEmpty() ? 0 : smallest(turnedScales);
    }

    /** Those that show more than a turned look does. */
    List<Double> finerScales() {
        return scales.stream()
                .filter(scale -> turnedScales.isEmpty() || scale > turnedScales.getFirst())
                .toList();
    }

    private static int smallest(List<Double> scales) {
        return (int) Math.ceil(SMALLEST_SEEN / scales.getFirst() - ROUNDING);
    }

    private static int longer(UprightImage image) {
        return Math.max(image.width(), image.height());
    }
}
