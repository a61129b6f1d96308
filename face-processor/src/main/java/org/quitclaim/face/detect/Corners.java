package org.quitclaim.face.detect;

import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.face.image.UprightImage;

/**
 * A raw box as a finder gives it.
 *
 * <p><b>Units</b>: those of the picture it was looked for in, 0..1 of the detector's square input or pixels; may reach
 * beyond it.
 */
record Corners(float top, float left, float bottom, float right, float score) {
    private static final double SAME_FACE = 0.25;
    private static final double SAME_FACE_TURNED = 0.15;

    static Corners around(double x, double y, double width, double height, double score) {
        return new Corners(
                (float) (y - height / 2),
                (float) (x - width / 2),
                (float) (y + height / 2),
                (float) (x + width / 2),
                (float) score);
    }

    private double area() {
        return Math.max(bottom - top, 0.0) * Math.max(right - left, 0.0);
    }

    float width() {
        return right - left;
    }

    float height() {
        return bottom - top;
    }

    float centreX() {
        return (left + right) / 2;
    }

    float centreY() {
        return (top + bottom) / 2;
    }

    boolean holds(float x, float y) {
        return left <= x && x < right && top <= y && y < bottom;
    }

    /** A small face inside the box of a larger one is another face: somebody behind, or a child held up. */
    boolean isSameFace(Corners other) {
        return overlap(other) > SAME_FACE;
    }

    /** The same of boxes from two views: of one head they differ more than those from one view do. */
    boolean isSameFaceTurned(Corners other) {
        return isSameFace(other)
                || (overlap(other) > SAME_FACE_TURNED
                        && holds(other.centreX(), other.centreY())
                        && other.holds(centreX(), centreY()));
    }

    double overlap(Corners other) {
        double shared = shared(other);
        return shared == 0 ? 0 : shared / (area() + other.area() - shared);
    }

    private double shared(Corners other) {
        double down = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        double across = Math.min(right, other.right) - Math.max(left, other.left);
        return Math.max(down, 0) * Math.max(across, 0);
    }

    /** The same box on a picture that is {@code factor} times as large and whose corner lies at {@code (x, y)}. */
    Corners on(double x, double y, double factor) {
        return new Corners(
                (float) (y + top * factor),
                (float) (x + left * factor),
                (float) (y + bottom * factor),
                (float) (x + right * factor),
                score);
    }

    /** Pixels of the image as shares of it, cut at its border; null when nothing is left. */
    @Nullable
    DetectedFace toFace(UprightImage image) {
        double x = Math.clamp(left, 0, image.width());
        double y = Math.clamp(top, 0, image.height());
        double width = Math.clamp(right, 0, image.width()) - x;
        double height = Math.clamp(bottom, 0, image.height()) - y;
        return width <= 0 || height <= 0
                ? null
                : new DetectedFace(
                        new Box(x / image.width(), y / image.height(), width / image.width(), height / image.height()),
                        score);
    }
}
