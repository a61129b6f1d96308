package org.quitclaim.face.copies;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What a whole picture looks like, in 256 bits: which of its 256 slowest waves are stronger than the middle one.
 *
 * <p><b>Guarantees</b>: two saves of one picture, in other sizes, qualities and colours, differ in few bits; pictures of
 * different things in about 128. It holds no face: a face is far smaller than what it is made of, and two pictures of
 * one person are as far from each other as any two.
 *
 * <p><b>Source</b>: the published description of PDQ (Meta, 2019): 64 × 64 averages of brightness, a cosine transform, of
 * which 16 × 16 coefficients are kept, each against their median. Bits are not interchangeable with those of other
 * implementations; none leaves this program.
 */
record Likeness(long first, long second, long third, long fourth) {
    /** How much one takes. */
    public static final int BYTES = 32;

    /** Of how many bits it consists. */
    public static final int BITS = 256;

    private static final int RASTER = 64;
    private static final int WAVES = 16;
    private static final float[] COSINES = cosines();

    static Likeness of(Grey picture) {
        float[] waves = waves(picture.raster(RASTER));
        float[] sorted = waves.clone();
        Arrays.sort(sorted);
        float median = (sorted[BITS / 2 - 1] + sorted[BITS / 2]) / 2;
        long[] words = new long[BITS / Long.SIZE];
        for (int bit = 0; bit < BITS; bit++) {
            if (waves[bit] > median) {
                words[bit / Long.SIZE] |= 1L << bit % Long.SIZE;
            }
        }
        return new Likeness(words[0], words[1], words[2], words[3]);
    }

    /** In how many bits two differ. */
    public int distance(Likeness other) {
        return Long.bitCount(first ^ other.first)
                + Long.bitCount(second ^ other.second)
                + Long.bitCount(third ^ other.third)
                + Long.bitCount(fourth ^ other.fourth);
    }

    static Likeness read(ByteBuffer from) {
        return new Likeness(from.getLong(), from.getLong(), from.getLong(), from.getLong());
    }

    void write(ByteBuffer to) {
        to.putLong(first).putLong(second).putLong(third).putLong(fourth);
    }

    /** Without the wave of no length, which is the brightness of it all. */
    private static float[] cosines() {
        float[] cosines = new float[WAVES * RASTER];
        for (int wave = 0; wave < WAVES; wave++) {
            for (int at = 0; at < RASTER; at++) {
                cosines[wave * RASTER + at] = (float) Math.cos(Math.PI / RASTER * (at + 0.5) * (wave + 1));
            }
        }
        return cosines;
    }

    private static float[] waves(float[] raster) {
        float[] across = new float[RASTER * WAVES];
        for (int row = 0; row < RASTER; row++) {
            for (int wave = 0; wave < WAVES; wave++) {
                float sum = 0;
                for (int at = 0; at < RASTER; at++) {
                    sum += raster[row * RASTER + at] * COSINES[wave * RASTER + at];
                }
                across[row * WAVES + wave] = sum;
            }
        }
        float[] waves = new float[WAVES * WAVES];
        for (int wave = 0; wave < WAVES; wave++) {
            for (int column = 0; column < WAVES; column++) {
                float sum = 0;
                for (int row = 0; row < RASTER; row++) {
                    sum += across[row * WAVES + column] * COSINES[wave * RASTER + row];
                }
                waves[wave * WAVES + column] = sum;
            }
        }
        return waves;
    }

    /** Without the bits: whoever logs it shows nothing. */
    @Override
    public String toString() {
        return "Likeness";
    }
}
