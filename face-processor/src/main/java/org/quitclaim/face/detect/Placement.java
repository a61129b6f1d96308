package org.quitclaim.face.detect;

import org.quitclaim.face.image.PixelRegion;

/**
 * Carries boxes from the detector's padded square back to pixels of the whole image.
 *
 * @param scaleX width of the padded square over the width of the region as the reference implementation rounds it
 * @param scaleY likewise for the height
 */
record Placement(PixelRegion region, double scaleX, double scaleY) {

    static Placement of(PixelRegion region, int inputSize) {
        double scale = (double) inputSize / Math.max(region.width(), region.height());
        return new Placement(
                region,
                inputSize / (double) Math.round(region.width() * scale),
                inputSize / (double) Math.round(region.height() * scale));
    }

    /** Empty when the box lies in the padding altogether. */
    Corners place(Corners inSquare) {
        return new Corners(
                (float) vertical(inSquare.top()),
                (float) horizontal(inSquare.left()),
                (float) vertical(inSquare.bottom()),
                (float) horizontal(inSquare.right()),
                inSquare.score());
    }

    private double horizontal(double inSquare) {
        return region.x() + Math.clamp(inSquare * scaleX, 0, 1) * region.width();
    }

    private double vertical(double inSquare) {
        return region.y() + Math.clamp(inSquare * scaleY, 0, 1) * region.height();
    }
}
