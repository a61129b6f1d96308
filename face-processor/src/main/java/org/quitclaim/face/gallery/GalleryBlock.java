package org.quitclaim.face.gallery;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.consent.PersonId;

/**
 * Up to 1024 vectors outside the heap, stored dimension by dimension.
 *
 * <p>A row holds one dimension of all vectors; copying a few rows into the first-level cache and adding their squared
 * differences is a loop that the compiler turns into vector instructions, which a sum along one vector is not
 * (measured: 23 ms against more than 100 ms for a million vectors).
 *
 * <p><b>Thread-safety</b>: none; {@link FaceprintGallery} locks.
 */
final class GalleryBlock {

    static final int CAPACITY = 1024;

    /** So many rows are added in one pass over the sums, and fit into the first-level cache with them. */
    private static final int AT_ONCE = 4;

    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;

    private final MemorySegment rows;
    private final int dimension;
    private final @Nullable PersonId[] owners = new PersonId[CAPACITY];
    private int size;

    GalleryBlock(MemorySegment rows, int dimension) {
        this.rows = rows;
        this.dimension = dimension;
    }

    static long bytes(int dimension) {
        return (long) dimension * CAPACITY * Float.BYTES;
    }

    int size() {
        return size;
    }

    /** @throws NullPointerException when there is no vector in that column */
    PersonId owner(int column) {
        return Objects.requireNonNull(owners[column]);
    }

    void append(PersonId owner, MemorySegment vector) {
        for (int d = 0; d < dimension; d++) {
            rows.setAtIndex(FLOAT, index(d, size), vector.getAtIndex(FLOAT, d));
        }
        owners[size++] = owner;
    }

    /** Fills the gap with the last vector of {@code last} and overwrites where that one was. */
    void replaceByLastOf(int column, GalleryBlock last) {
        int from = last.size() - 1;
        for (int d = 0; d < dimension; d++) {
            rows.setAtIndex(FLOAT, index(d, column), last.rows.getAtIndex(FLOAT, index(d, from)));
            last.rows.setAtIndex(FLOAT, index(d, from), 0);
        }
        owners[column] = last.owners[from];
        last.owners[from] = null;
        last.size--;
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
        Arrays.fill(owners, null);
        size = 0;
    }

    private static long index(int dimension, int column) {
        return (long) dimension * CAPACITY + column;
    }
}
