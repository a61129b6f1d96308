package org.quitclaim.face.detect;

import java.util.stream.Stream;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.face.image.PixelRegion;
import org.quitclaim.face.image.UprightImage;

/**
 * Carries boxes from the detector's padded square back to the whole image.
 *
 * @param scaleX width of the padded square over the width of the region as the reference implementation rounds it
 * @param scaleY likewise for the height
 */
record Placement(PixelRegion region, double scaleX, double scaleY, UprightImage image) {

    static Placement of(PixelRegion region, int inputSize, UprightImage image) {
        double scale = (double) inputSize / Math.max(region.width(), region.height());
        return new Placement(
                region,
                inputSize / (double) Math.round(region.width() * scale),
                inputSize / (double) Math.round(region.height() * scale),
                image);
    }

    /** Nothing when the box lies in the padding altogether. */
    Stream<DetectedFace> place(Corners corners) {
        double left = horizontal(corners.left());
        double right = horizontal(corners.right());
        double top = vertical(corners.top());
        double bottom = vertical(corners.bottom());
        if (right <= left || bottom <= top) {
            return Stream.empty();
        }
        return Stream.of(new DetectedFace(new Box(left, top, right - left, bottom - top), corners.score()));
    }

    private double horizontal(double inSquare) {
        double inRegion = Math.clamp(inSquare * scaleX, 0, 1);
        return (region.x() + inRegion * region.width()) / image.width();
    }

    private double vertical(double inSquare) {
        double inRegion = Math.clamp(inSquare * scaleY, 0, 1);
        return (region.y() + inRegion * region.height()) / image.height();
    }
}
