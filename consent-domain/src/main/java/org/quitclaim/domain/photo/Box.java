package org.quitclaim.domain.photo;

/**
 * Where on a photo a person is marked.
 *
 * <p><b>Units and range:</b> relative to the upright image, 0..1, origin top left; width and height are positive and
 * the box lies within the image.
 */
public record Box(double x, double y, double width, double height) {
    /** How far beyond a box its cover reaches, as a fraction of the box, on each side. */
    public static final double MARGIN = 0.25;

    private static final double SLACK = 1e-9;
    private static final double SAME_PLACE = 0.25;

    public Box {
        boolean inside = x >= 0 && y >= 0 && x + width <= 1 + SLACK && y + height <= 1 + SLACK;
        if (!inside || !(width > 0) || !(height > 0)) {
            throw new IllegalArgumentException("a box lies within the image, as fractions between 0 and 1");
        }
    }

    /** The smallest box around both. */
    public Box around(Box other) {
        if (holds(other)) {
            return this;
        }
        if (other.holds(this)) {
            return other;
        }
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Box(
                left,
                top,
                Math.max(x + width, other.x + other.width) - left,
                Math.max(y + height, other.y + other.height) - top);
    }

    /** Whether a quarter of the smaller one lies in both: what is left of a face further away tells nobody apart. */
    public boolean isAtPlaceOf(Box other) {
        double shared = shared(other);
        return shared > 0 && shared >= SAME_PLACE * Math.min(area(), other.area());
    }

    /** Whether all of it lies in this one. */
    public boolean holds(Box inner) {
        return x <= inner.x + SLACK
                && y <= inner.y + SLACK
                && x + width >= inner.x + inner.width - SLACK
                && y + height >= inner.y + inner.height - SLACK;
    }

    /** What is filled when this is covered: as much more on each side as hair and ears need, within the image. */
    public Box withMargin() {
        double left = Math.max(0, x - MARGIN * width);
        double top = Math.max(0, y - MARGIN * height);
        return new Box(
                left, top, Math.min(1, x + (1 + MARGIN) * width) - left, Math.min(1, y + (1 + MARGIN) * height) - top);
    }

    /** Intersection over union, 0..1. */
    double overlap(Box other) {
        double shared = shared(other);
        return shared / (area() + other.area() - shared);
    }

    private double area() {
        return width * height;
    }

    private double shared(Box other) {
        double across = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double down = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        return Math.max(across, 0) * Math.max(down, 0);
    }
}
