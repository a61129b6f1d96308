package org.quitclaim.face.gallery;

/**
 * What vectors in whole steps and the limits of floats have in common.
 *
 * <p>A vector {@code v} is written as {@code scale · c + e} with whole numbers {@code c}, and the length of {@code e} is known.
 * So the distance of two vectors is the distance of their steps, give or take both lengths (triangle inequality).
 */
final class Coarse {

    /** The steps of a stored vector fit into a byte. */
    static final int STEPS = 127;

    /** Vectors with larger or smaller numbers are compared in full, so that no intermediate result leaves the range of floats. */
    private static final float LARGEST = 1e15f;

    private static final float SMALLEST = 1e-12f;

    private static final double ROUND_UP = 1 + 1e-9;

    private Coarse() {}

    /** Steps of a probe: a whole sum of products with stored steps fits into an int. */
    static int probeSteps(int dimension) {
        return Math.min(Short.MAX_VALUE, Integer.MAX_VALUE / (STEPS * Math.max(1, dimension)));
    }

    static boolean fits(float largest) {
        return largest == 0 || (largest >= SMALLEST && largest <= LARGEST);
    }

    static int step(float value, float scale, int steps) {
        return scale == 0 ? 0 : Math.clamp(Math.round(value / scale), -steps, steps);
    }

    /** By how much of itself a squared distance in floats can be wrong: a rounding per dimension and three more, twice. */
    static double wrongBy(int dimension) {
        return (dimension + 4) * 0x1p-23;
    }

    /** And by how much besides, where squares are too small for a float. */
    static double lostBy(int dimension) {
        return dimension * 0x1p-148;
    }

    /** No vector whose squared distance in floats is at most {@code squared} is farther away than this. */
    static double reach(double squared, int dimension) {
        return Math.sqrt((squared + lostBy(dimension)) / (1 - wrongBy(dimension))) * ROUND_UP;
    }

    /** No squared distance in floats of a vector at most this far away is larger. */
    static double ceiling(double distance, int dimension) {
        return (distance * distance * (1 + wrongBy(dimension)) + lostBy(dimension)) * ROUND_UP;
    }
}
