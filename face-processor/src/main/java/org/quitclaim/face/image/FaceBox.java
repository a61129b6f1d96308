package org.quitclaim.face.image;

/**
 * Where a face lies on an upright image.
 *
 * <p><b>Units</b>: fractions 0..1 of the upright image's width and height, from the top left.
 *
 * <p><b>Errors</b>: {@link IllegalArgumentException} for a box that is empty or leaves the image.
 */
public record FaceBox(double x, double y, double width, double height) {

    private static final double ROUNDING = 1e-9;

    public FaceBox {
        boolean isInside = x >= 0 && y >= 0 && x + width <= 1 + ROUNDING && y + height <= 1 + ROUNDING;
        if (!isInside || !(width > 0) || !(height > 0)) {
            throw new IllegalArgumentException("A face box lies within 0..1 and is not empty");
        }
    }

    public double area() {
        return width * height;
    }

    /** Intersection over union, 0..1. */
    public double overlap(FaceBox other) {
        double shared = intersection(other);
        return shared / (area() + other.area() - shared);
    }

    /** How much of the smaller box lies in the other, 0..1. */
    public double containment(FaceBox other) {
        return intersection(other) / Math.min(area(), other.area());
    }

    private double intersection(FaceBox other) {
        double across = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double down = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        return Math.max(across, 0) * Math.max(down, 0);
    }
}
