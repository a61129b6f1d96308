package org.quitclaim.drawn;

import java.awt.geom.Point2D;

/**
 * Where a point of a face, given as if seen from the front, comes to lie when the head is turned.
 *
 * <p>The face is taken for half an ellipsoid that turns about its axis; the outline of the head only shifts a little.
 */
final class Facing {
    private static final double DEPTH = 95;
    private final double sinYaw;
    private final double cosYaw;
    private final double sinPitch;
    private final double cosPitch;
    private final double radius;

    Facing(Pose pose, Head head) {
        sinYaw = Math.sin(Math.toRadians(pose.yaw()));
        cosYaw = Math.cos(Math.toRadians(pose.yaw()));
        sinPitch = Math.sin(Math.toRadians(pose.pitch()));
        cosPitch = Math.cos(Math.toRadians(pose.pitch()));
        radius = head.halfWidth() * 1.12;
    }

    /** A point on the face, {@code lift} face units before its surface. */
    Point2D.Double onFace(double x, double y, double lift) {
        double inside = 1 - square(x / radius) - square((y - 5) / 190);
        double z = DEPTH * Math.sqrt(Math.max(0, inside)) + lift;
        return new Point2D.Double(x * cosYaw + z * sinYaw * 0.8, y * cosPitch + (z - DEPTH * 0.6) * sinPitch);
    }

    /** A point on the outline: skull, jaw and what grows there. */
    Point2D.Double onOutline(double x, double y) {
        double down = Math.clamp(y / 140, -0.6, 1.0);
        return new Point2D.Double(x + sinYaw * (20 + 26 * down), y + sinPitch * 14 * down);
    }

    /** How far the ear of a side (-1 left, 1 right) shows: 1 from the front, more on the side turned to us. */
    double earWidth(int side) {
        return Math.clamp(1 - side * sinYaw * 2.2, 0.25, 1.5);
    }

    private static double square(double v) {
        return v * v;
    }
}
