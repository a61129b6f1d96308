package org.quitclaim.domain.photo;

/**
 * What was looked for on a photo, and with what.
 *
 * @param detector model pack and passes with their versions, such as {@code face-api/1.7.15-2/0f1e2d3c4b passes/1}
 * @param passes at how many sizes the photo was shown, each half of the one before
 * @param largestPercent the largest of these, in percent of its own
 * @param smallestFacePixels the shorter side of the smallest face that was looked for, in pixels of the photo
 * @param turns how often the photo was turned for another look besides, by equal steps around
 * @param smallestTurnedPixels the smallest face that was looked for then; zero if it was not turned
 */
public record Looked(
        Depth depth,
        String detector,
        int passes,
        int largestPercent,
        int smallestFacePixels,
        int turns,
        int smallestTurnedPixels) {
    /** How thoroughly. */
    public enum Depth {
        NOT_YET,
        /** As much as fits between an upload and its answer. */
        QUICK,
        /** Down to the smallest face. */
        THOROUGH
    }

    static final Looked NOT_YET = new Looked(Depth.NOT_YET, "", 0, 0, 0, 0, 0);

    public boolean isThorough() {
        return depth == Depth.THOROUGH;
    }

    /** Whether it was looked for faces as small as these, by this detector. */
    public boolean isBy(String wanted, int facePixels) {
        return detector.equals(wanted) && smallestFacePixels <= facePixels;
    }

    /** Whether another look with {@code next} can find more. */
    boolean isImprovedBy(Looked next) {
        return next.depth.compareTo(depth) > 0
                || (next.depth == depth && isThorough() && !isBy(next.detector, next.smallestFacePixels));
    }
}
