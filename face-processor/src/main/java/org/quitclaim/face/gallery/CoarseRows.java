package org.quitclaim.face.gallery;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * The vectors of a block once more, a byte per dimension, for a first look that leaves out whoever cannot win.
 *
 * <p>A row holds four dimensions of all vectors, four bytes in an int, because the compiler turns shifts and products of ints into
 * vector instructions, and a loop over bytes not (measured for a million vectors: 8 ms against 58 ms).
 *
 * <p><b>Guarantees</b>: the distance of a vector to a probe is at least the root of its {@link #floors floor} less both errors.
 *
 * <p><b>Thread-safety</b>: none; {@link FaceprintGallery} locks.
 */
final class CoarseRows {

    static final int IN_A_WORD = 4;

    /**
     * What floats can add to a floor: eight roundings of {@code 2^-24}, each of at most twice the sum of both squares, are
     * less than this part of that sum.
     */
    private static final float DOUBT = 0x1p-20f;

    private static final int CAPACITY = GalleryBlock.CAPACITY;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;

    private final int words;
    private final MemorySegment steps;
    private final MemorySegment scales;
    private final MemorySegment squares;
    private final MemorySegment errors;

    CoarseRows(SegmentAllocator memory, int dimension) {
        words = words(dimension);
        steps = memory.allocate(INT, (long) words * CAPACITY);
        scales = memory.allocate(FLOAT, CAPACITY);
        squares = memory.allocate(FLOAT, CAPACITY);
        errors = memory.allocate(FLOAT, CAPACITY);
    }

    static int words(int dimension) {
        return (dimension + IN_A_WORD - 1) / IN_A_WORD;
    }

    void write(int column, MemorySegment vector) {
        int dimension = (int) (vector.byteSize() / Float.BYTES);
        float largest = largest(vector, dimension);
        float scale = Coarse.fits(largest) ? largest / Coarse.STEPS : 0;
        int length = 0;
        double missed = 0;
        for (int word = 0; word < words; word++) {
            int packed = 0;
            for (int d = word * IN_A_WORD; d < Math.min(dimension, (word + 1) * IN_A_WORD); d++) {
                float value = vector.getAtIndex(FLOAT, d);
                int step = Coarse.step(value, scale, Coarse.STEPS);
                packed |= (step & 0xFF) << (Byte.SIZE * (d % IN_A_WORD));
                length += step * step;
                double off = value - (double) scale * step;
                missed += off * off;
            }
            steps.setAtIndex(INT, index(word, column), packed);
        }
        scales.setAtIndex(FLOAT, column, scale);
        squares.setAtIndex(FLOAT, column, (float) ((double) scale * scale * length));
        errors.setAtIndex(FLOAT, column, Coarse.fits(largest) ? roundedUp(missed) : Float.POSITIVE_INFINITY);
    }

    /** Takes the vector from there, which is overwritten. */
    void take(int column, CoarseRows from, int old) {
        for (int word = 0; word < words; word++) {
            steps.setAtIndex(INT, index(word, column), from.steps.getAtIndex(INT, index(word, old)));
            from.steps.setAtIndex(INT, index(word, old), 0);
        }
        take(scales, column, from.scales, old);
        take(squares, column, from.squares, old);
        take(errors, column, from.errors, old);
    }

    float error(int column) {
        return errors.getAtIndex(FLOAT, column);
    }

    float worstError(int size) {
        float worst = 0;
        for (int column = 0; column < size; column++) {
            worst = Math.max(worst, error(column));
        }
        return worst;
    }

    /** What must be added to the floor of a vector so that it is no longer below the squared distance of the steps. */
    double doubt(int column, CoarseProbe probe) {
        return 4.0 * DOUBT * ((double) probe.square() + squares.getAtIndex(FLOAT, column));
    }

    /** At most the squared distances of the steps of all vectors to those of the probe, in the scratch space. */
    void floors(CoarseProbe probe, CoarseScratch scratch) {
        Arrays.fill(scratch.products, 0);
        for (int word = 0; word < words; word++) {
            MemorySegment.copy(steps, INT, index(word, 0) * Integer.BYTES, scratch.words, 0, CAPACITY);
            int d = word * IN_A_WORD;
            addProducts(
                    scratch.words,
                    probe.step(d),
                    probe.step(d + 1),
                    probe.step(d + 2),
                    probe.step(d + 3),
                    scratch.products);
        }
        MemorySegment.copy(scales, FLOAT, 0, scratch.scales, 0, CAPACITY);
        MemorySegment.copy(squares, FLOAT, 0, scratch.floors, 0, CAPACITY);
        subtractProducts(probe.square(), probe.twiceScale(), scratch.scales, scratch.products, scratch.floors);
    }

    /** One product after the other: the compiler leaves sums of products of small numbers as they are (9 times slower). */
    private static void addProducts(int[] words, int first, int second, int third, int fourth, int[] sums) {
        for (int i = 0; i < CAPACITY; i++) {
            int word = words[i];
            int sum = sums[i] + ((word << 24) >> 24) * first;
            sum += ((word << 16) >> 24) * second;
            sum += ((word << 8) >> 24) * third;
            sums[i] = sum + (word >> 24) * fourth;
        }
    }

    /** {@code |p|² + |v|² - 2 p·v}, less what may be rounded. */
    private static void subtractProducts(float square, float twice, float[] scales, int[] products, float[] squares) {
        for (int i = 0; i < CAPACITY; i++) {
            squares[i] = (square + squares[i]) * (1 - DOUBT) - (twice * scales[i]) * products[i];
        }
    }

    void overwrite() {
        steps.fill((byte) 0);
        scales.fill((byte) 0);
        squares.fill((byte) 0);
        errors.fill((byte) 0);
    }

    private static void take(MemorySegment to, int column, MemorySegment from, int old) {
        to.setAtIndex(FLOAT, column, from.getAtIndex(FLOAT, old));
        from.setAtIndex(FLOAT, old, 0);
    }

    private static float largest(MemorySegment vector, int dimension) {
        float largest = 0;
        for (int d = 0; d < dimension; d++) {
            largest = Math.max(largest, Math.abs(vector.getAtIndex(FLOAT, d)));
        }
        return largest;
    }

    private static float roundedUp(double squared) {
        return Math.nextUp((float) (Math.sqrt(squared) * (1 + 1e-9)));
    }

    private static long index(int word, int column) {
        return (long) word * CAPACITY + column;
    }
}
