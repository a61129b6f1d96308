package org.quitclaim.face.gallery;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;

/**
 * The sum of a block's vectors and of their squared lengths, from which the sum of all squared distances to a probe follows.
 *
 * <p><b>Guarantees</b>: {@link #renew} makes them of the vectors that are there, in the order in which {@link #add} would, so nothing
 * is left of one that went, not even a rounding.
 */
final class BlockSums {
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;

    private final int dimension;
    /** One per dimension, then the squares. */
    private final MemorySegment sums;

    BlockSums(SegmentAllocator memory, int dimension) {
        this.dimension = dimension;
        sums = memory.allocate(DOUBLE, dimension + 1L);
    }

    void add(MemorySegment vector) {
        for (int d = 0; d < dimension; d++) {
            include(d, vector.getAtIndex(FLOAT, d));
        }
    }

    private void include(int d, double value) {
        sums.setAtIndex(DOUBLE, d, sums.getAtIndex(DOUBLE, d) + value);
        sums.setAtIndex(DOUBLE, dimension, sums.getAtIndex(DOUBLE, dimension) + value * value);
    }

    void renew(MemorySegment rows, int size) {
        overwrite();
        for (int column = 0; column < size; column++) {
            for (int d = 0; d < dimension; d++) {
                include(d, rows.getAtIndex(FLOAT, (long) d * GalleryBlock.CAPACITY + column));
            }
        }
    }

    /** {@code Σ|v - p|² = Σ|v|² - 2 p·Σv + n|p|²}. */
    double squaredDistances(float[] probe, int size) {
        double sum = sums.getAtIndex(DOUBLE, dimension);
        for (int d = 0; d < dimension; d++) {
            double value = probe[d];
            sum += value * (size * value - 2 * sums.getAtIndex(DOUBLE, d));
        }
        return sum;
    }

    void overwrite() {
        sums.fill((byte) 0);
    }
}
