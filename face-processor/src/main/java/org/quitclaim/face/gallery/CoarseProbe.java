package org.quitclaim.face.gallery;

import java.util.Arrays;

/** A probe in whole steps; {@link #overwrite} it. */
final class CoarseProbe {
    private final int[] steps;
    private final float twiceScale;
    private final float square;
    private final double error;

    CoarseProbe(float[] values) {
        steps = new int[CoarseRows.words(values.length) * CoarseRows.IN_A_WORD];
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        int most = Coarse.probeSteps(values.length);
        float scale = Coarse.fits(largest) ? largest / most : 0;
        long squares = 0;
        double missed = 0;
        for (int d = 0; d < values.length; d++) {
            steps[d] = Coarse.step(values[d], scale, most);
            squares += (long) steps[d] * steps[d];
            double off = values[d] - (double) scale * steps[d];
            missed += off * off;
        }
        twiceScale = 2 * scale;
        square = (float) ((double) scale * scale * squares);
        error = Coarse.fits(largest) ? Math.sqrt(missed) * (1 + 1e-9) : Double.POSITIVE_INFINITY;
    }

    int step(int dimension) {
        return steps[dimension];
    }

    float twiceScale() {
        return twiceScale;
    }

    /** The squared length of the steps. */
    float square() {
        return square;
    }

    /** How far the probe itself is from its steps, at most; infinite when no step would do. */
    double error() {
        return error;
    }

    void overwrite() {
        Arrays.fill(steps, 0);
    }
}
