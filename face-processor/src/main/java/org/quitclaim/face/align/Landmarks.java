package org.quitclaim.face.align;

import java.nio.FloatBuffer;
import org.quitclaim.face.image.PixelRegion;

/**
 * The 68 points of a face, of which the eyes and the mouth are read.
 *
 * <p><b>Units</b>: {@code points} are 0..1 of the padded square around {@code crop}, x and y alternating; answers are
 * image pixels, counted from {@code originX, originY}.
 *
 * <p><b>Source</b>: the iBUG 300-W numbering: right eye 36–41, left eye 42–47, mouth 48–67.
 */
record Landmarks(FloatBuffer points, PixelRegion crop, double originX, double originY) {

    static final int COORDINATES = 136;

    double eyeToMouth() {
        double first = Math.hypot(x(36, 42) - x(48, 68), y(36, 42) - y(48, 68));
        double second = Math.hypot(x(42, 48) - x(48, 68), y(42, 48) - y(48, 68));
        return (first + second) / 2;
    }

    double centreX() {
        return (x(36, 42) + x(42, 48) + x(48, 68)) / 3;
    }

    double centreY() {
        return (y(36, 42) + y(42, 48) + y(48, 68)) / 3;
    }

    /** How far the line through the eyes is from level, in radians; positive where the eye on the right lies lower. */
    double tilt() {
        return Math.atan2(y(42, 48) - y(36, 42), x(42, 48) - x(36, 42));
    }

    private double x(int from, int to) {
        return originX + mean(from, to, 0) * side() - padding(crop.width());
    }

    private double y(int from, int to) {
        return originY + mean(from, to, 1) * side() - padding(crop.height());
    }

    private int side() {
        return Math.max(crop.width(), crop.height());
    }

    private double padding(int length) {
        return (side() - length) / 2.0;
    }

    private double mean(int from, int to, int coordinate) {
        double sum = 0;
        for (int point = from; point < to; point++) {
            sum += points.get(2 * point + coordinate);
        }
        return sum / (to - from);
    }
}
