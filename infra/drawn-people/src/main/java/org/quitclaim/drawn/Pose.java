package org.quitclaim.drawn;

/**
 * How a head is held.
 *
 * <p><b>Units</b>: degrees. {@code yaw} turns to the viewer's right, {@code pitch} downwards, {@code tilt} leans clockwise.
 */
record Pose(double yaw, double pitch, double tilt) {

    /** Straight into the camera. */
    public static final Pose FRONTAL = new Pose(0, 0, 0);

    public Pose {
        if (Math.abs(yaw) > 25 || Math.abs(pitch) > 20 || Math.abs(tilt) > 35) {
            throw new IllegalArgumentException("a drawn head turns 25, nods 20 and tilts 35 degrees at most");
        }
    }
}
