package org.quitclaim.face.embed;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A biometric vector outside the heap, for as short as possible.
 *
 * <p><b>Guarantees</b>: overwritten with zeros on {@link #close}; no heap dump holds it; {@link #toString} says nothing.
 * Not guaranteed: that the operating system never swapped the page.
 *
 * <p><b>Shape</b>: {@code float[dimension]} in the machine's byte order; compared by Euclidean distance, one unit long where the
 * pack's metric is the cosine.
 *
 * <p><b>Errors</b>: {@link IllegalStateException} when used after {@link #close}.
 *
 * <p><b>Thread-safety</b>: safe for reading; close it once nobody reads.
 */
public final class ProbeVector implements AutoCloseable {

    private final Arena arena = Arena.ofShared();
    private final MemorySegment floats;

    private ProbeVector(long dimension) {
        floats = arena.allocate(ValueLayout.JAVA_FLOAT, dimension);
    }

    /** Copies {@code source}, {@code float[dimension]}; whoever owns the source overwrites it. */
    public static ProbeVector copyOf(MemorySegment source) {
        ProbeVector vector = new ProbeVector(source.byteSize() / Float.BYTES);
        vector.floats.copyFrom(source);
        return vector;
    }

    public int dimension() {
        return (int) (floats.byteSize() / Float.BYTES);
    }

    /** A read-only view that dies with this vector. */
    public MemorySegment view() {
        return floats.asReadOnly();
    }

    /** Euclidean distance. */
    public double distance(ProbeVector other) {
        double sum = 0;
        for (int i = 0; i < dimension(); i++) {
            double difference =
                    floats.getAtIndex(ValueLayout.JAVA_FLOAT, i) - other.floats.getAtIndex(ValueLayout.JAVA_FLOAT, i);
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            floats.fill((byte) 0);
            arena.close();
        }
    }

    @Override
    public String toString() {
        return "ProbeVector";
    }
}
