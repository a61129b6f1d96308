package org.quitclaim.drawn;

/**
 * Where a face lies, from the brows to the chin, roughly what a detector reports.
 *
 * <p><b>Units</b>: fractions 0..1 of the image's width and height.
 */
public record FaceBox(double x, double y, double width, double height) {

    /** Intersection over union with another box, 0..1. */
    public double iou(FaceBox other) {
        double across = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double down = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        double shared = Math.max(0, across) * Math.max(0, down);
        return shared / (width * height + other.width * other.height - shared);
    }

    /** Whether a point lies inside. */
    public boolean contains(double px, double py) {
        return px >= x && px <= x + width && py >= y && py <= y + height;
    }
}
