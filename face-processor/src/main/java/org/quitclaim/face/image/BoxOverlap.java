package org.quitclaim.face.image;

import org.quitclaim.domain.photo.Box;

/**
 * How far two boxes cover each other.
 *
 * <p><b>Units</b>: 0..1.
 */
public final class BoxOverlap {

    private BoxOverlap() {}

    /** Intersection over union. */
    public static double iou(Box first, Box second) {
        double shared = shared(first, second);
        return shared / (area(first) + area(second) - shared);
    }

    /** How much of the smaller box lies in the other. */
    public static double containment(Box first, Box second) {
        return shared(first, second) / Math.min(area(first), area(second));
    }

    public static double area(Box box) {
        return box.width() * box.height();
    }

    private static double shared(Box first, Box second) {
        double across =
                Math.min(first.x() + first.width(), second.x() + second.width()) - Math.max(first.x(), second.x());
        double down =
                Math.min(first.y() + first.height(), second.y() + second.height()) - Math.max(first.y(), second.y());
        return Math.max(across, 0) * Math.max(down, 0);
    }
}
