package org.quitclaim.face.detect;

/**
 * A raw box as the detector gives it.
 *
 * <p><b>Units</b>: 0..1 of the detector's square input; may reach beyond it.
 */
record Corners(float top, float left, float bottom, float right, float score) {

    private double area() {
        return Math.max(bottom - top, 0.0) * Math.max(right - left, 0.0);
    }

    double overlap(Corners other) {
        double down = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        double across = Math.min(right, other.right) - Math.max(left, other.left);
        double shared = Math.max(down, 0) * Math.max(across, 0);
        return shared == 0 ? 0 : shared / (area() + other.area() - shared);
    }
}
