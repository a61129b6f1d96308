package org.quitclaim.face.gallery;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Up to 1024 vectors outside the heap, stored dimension by dimension.
 *
 * <p>A row holds one dimension of all vectors; copying a few rows into the first-level cache and adding their squared
 * differences is a loop that the compiler turns into vector instructions, which a sum along one vector is not
 * (measured: 23 ms against more than 100 ms for a million vectors). Beside the rows lie the same
 * vectors as {@link CoarseRows}, which come and go with them.
 *
 * <p><b>Thread-safety</b>: none; {@link FaceprintGallery} locks.
 */
final class GalleryBlock {

    static final int CAPACITY = 1024;

    /** So many rows are added in one pass over the sums, and fit into the first-level cache with them. */
    private static final int AT_ONCE = 4;

    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;

    private final MemorySegment rows;
    private final CoarseRows coarse;
    private final int dimension;
    private final @Nullable Owner[] owners = new Owner[CAPACITY];
    private int size;
    private float worstError;

    GalleryBlock(SegmentAllocator memory, int dimension) {
        rows = memory.allocate(FLOAT, (long) dimension * CAPACITY);
        coarse = new CoarseRows(memory, dimension);
        this.dimension = dimension;
    }

    int size() {
        return size;
    }

    /** @throws NullPointerException when there is no vector in that column */
    Owner owner(int column) {
        return Objects.requireNonNull(owners[column]);
    }

    CoarseRows coarse() {
        return coarse;
    }

    /** How far a vector of this block is from its steps, at most. */
    float worstError() {
        return worstError;
    }

    void append(Owner owner, MemorySegment vector) {
        for (int d = 0; d < dimension; d++) {
            rows.setAtIndex(FLOAT, index(d, size), vector.getAtIndex(FLOAT, d));
        }
        coarse.write(size, vector);
        worstError = Math.max(worstError, coarse.error(size));
        owners[size++] = owner;
    }

    /**
     * Fills the gap with the last vector of {@code last} and overwrites where that one was, in every form; {@link #renew} both
     * blocks afterwards.
     */
    void replaceByLastOf(int column, GalleryBlock last) {
        int from = last.size() - 1;
        for (int d = 0; d < dimension; d++) {
            rows.setAtIndex(FLOAT, index(d, column), last.rows.getAtIndex(FLOAT, index(d, from)));
            last.rows.setAtIndex(FLOAT, index(d, from), 0);
        }
        coarse.take(column, last.coarse, from);
        owners[column] = last.owners[from];
        last.owners[from] = null;
        last.size--;
    }

    /** Forgets how far vectors were from their steps that are no longer here. */
    void renew() {
        worstError = coarse.worstError(size);
    }

    /** The same number, to the last bit, as {@link #squaredDistances} has for this column. */
    float squaredDistanceInFloats(int column, float[] probe) {
        float sum = 0;
        for (int d = 0; d < dimension; d++) {
            float difference = rows.getAtIndex(FLOAT, index(d, column)) - probe[d];
            sum = Math.fma(difference, difference, sum);
        }
        return sum;
    }

    /** How much scratch space a search needs. */
    static int scratch() {
        return AT_ONCE * CAPACITY;
    }

    /** Squared distances of all vectors to the probe; {@code scratch} is space that is written over. */
    void squaredDistances(float[] probe, float[] scratch, float[] sums) {
        Arrays.fill(sums, 0);
        int d = 0;
        for (; d + AT_ONCE <= dimension; d += AT_ONCE) {
            MemorySegment.copy(rows, FLOAT, index(d, 0) * Float.BYTES, scratch, 0, AT_ONCE * CAPACITY);
            addSquares(scratch, probe[d], probe[d + 1], probe[d + 2], probe[d + 3], sums);
        }
        for (; d < dimension; d++) {
            MemorySegment.copy(rows, FLOAT, index(d, 0) * Float.BYTES, scratch, 0, CAPACITY);
            addSquares(scratch, probe[d], sums);
        }
    }

    private static void addSquares(float[] four, float first, float second, float third, float fourth, float[] sums) {
        for (int i = 0; i < CAPACITY; i++) {
            float one = four[i] - first;
            float two = four[i + CAPACITY] - second;
            float three = four[i + 2 * CAPACITY] - third;
            float last = four[i + 3 * CAPACITY] - fourth;
            float sum = Math.fma(one, one, sums[i]);
            sum = Math.fma(two, two, sum);
            sum = Math.fma(three, three, sum);
            sums[i] = Math.fma(last, last, sum);
        }
    }

    private static void addSquares(float[] row, float value, float[] sums) {
        for (int i = 0; i < CAPACITY; i++) {
            float difference = row[i] - value;
            sums[i] = Math.fma(difference, difference, sums[i]);
        }
    }

    void overwrite() {
        rows.fill((byte) 0);
        coarse.overwrite();
        worstError = 0;
        Arrays.fill(owners, null);
        size = 0;
    }

    private static long index(int dimension, int column) {
        return (long) dimension * CAPACITY + column;
    }
}
