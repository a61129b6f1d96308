package org.quitclaim.face.gallery;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * One search through the gallery in two steps: bytes tell between which limits each distance lies, then the full vectors of
 * those that can still win are compared.
 *
 * <p><b>Guarantees</b>: the answer is, to the last bit and with equal distances, the one that comparing every full vector of every
 * candidate has: whoever is left out is farther away, at best, than two persons are at worst. What was copied to the heap on
 * the way is overwritten by {@link #overwrite}.
 *
 * <p><b>Thread-safety</b>: none; one search, one thread.
 */
final class GalleryScan {

    /** From so many columns on a whole block is compared faster than they are one by one. */
    private static final int MANY = 48;

    private static final int CAPACITY = GalleryBlock.CAPACITY;

    private final float[] probe;
    private final List<GalleryBlock> blocks;
    private final CoarseProbe coarse;
    private final CoarseScratch first = new CoarseScratch();
    private final float[] scratch = new float[GalleryBlock.scratch()];
    private final float[] sums = new float[CAPACITY];
    /** Who is nearest at worst. */
    private final Leaders ceilings = new Leaders();

    private final Contenders contenders = new Contenders();

    GalleryScan(float[] probe, List<GalleryBlock> blocks) {
        this.probe = probe;
        this.blocks = blocks;
        coarse = new CoarseProbe(probe);
    }

    /** @param people how many have a vector here */
    GalleryAnswer all(int people) {
        for (int number = 0; number < blocks.size(); number++) {
            float limit = limitAfterFirstLook(number);
            for (int column = 0; column < blocks.get(number).size(); column++) {
                if (first.floors[column] <= limit) {
                    consider(number, column);
                }
            }
        }
        return answer(people);
    }

    /** @param people whose vectors lie in these places */
    GalleryAnswer among(BitSet places, int people) {
        int place = places.nextSetBit(0);
        while (place >= 0) {
            int number = place / CAPACITY;
            includeSome(number, places.get(number * CAPACITY, (number + 1) * CAPACITY));
            place = places.nextSetBit((number + 1) * CAPACITY);
        }
        return answer(people);
    }

    private void includeSome(int number, BitSet columns) {
        float limit = columns.cardinality() < MANY ? Float.NaN : limitAfterFirstLook(number);
        for (int column = columns.nextSetBit(0); column >= 0; column = columns.nextSetBit(column + 1)) {
            if (Float.isNaN(limit)) {
                contenders.add(number * CAPACITY + column, 0);
            } else if (first.floors[column] <= limit) {
                consider(number, column);
            }
        }
    }

    /** What the floor of a vector of this block must not exceed. */
    private float limitAfterFirstLook(int number) {
        GalleryBlock block = blocks.get(number);
        block.coarse().floors(coarse, first);
        double distance = reach() + coarse.error() + block.worstError();
        return Math.nextUp((float) (distance * distance));
    }

    private void consider(int number, int column) {
        GalleryBlock block = blocks.get(number);
        double error = coarse.error() + block.coarse().error(column);
        double floor = Math.max(0, first.floors[column]);
        double atLeast = Math.max(0, Math.sqrt(floor) - error);
        if (atLeast <= reach()) {
            double atMost = Math.sqrt(floor + block.coarse().doubt(column, coarse)) + error;
            ceilings.offer(block.owner(column), Coarse.ceiling(atMost, probe.length));
            contenders.add(number * CAPACITY + column, atLeast);
        }
    }

    private double reach() {
        return Coarse.reach(ceilings.bound(), probe.length);
    }

    private boolean compareWhole(GalleryBlock block, int columns) {
        if (columns < MANY) {
            return false;
        }
        block.squaredDistances(probe, scratch, sums);
        return true;
    }

    private GalleryAnswer answer(int people) {
        Leaders leaders = leaders(contenders.within(reach()));
        Owner nearest = leaders.first();
        if (nearest == null) {
            return new GalleryAnswer.Nobody();
        }
        return new GalleryAnswer.Nearest(
                nearest.person(), Math.sqrt(leaders.firstSquared()), Math.sqrt(leaders.secondSquared()), people);
    }

    /** Compares the full vectors in those places, block by block. */
    private Leaders leaders(int[] places) {
        Leaders leaders = new Leaders();
        int from = 0;
        while (from < places.length) {
            int number = places[from] / CAPACITY;
            int to = from;
            while (to < places.length && places[to] / CAPACITY == number) {
                to++;
            }
            GalleryBlock block = blocks.get(number);
            boolean whole = compareWhole(block, to - from);
            for (; from < to; from++) {
                int column = places[from] % CAPACITY;
                float squared = whole ? sums[column] : block.squaredDistanceInFloats(column, probe);
                if (squared < leaders.bound()) {
                    leaders.offer(block.owner(column), squared);
                }
            }
        }
        return leaders;
    }

    void overwrite() {
        Arrays.fill(probe, 0);
        Arrays.fill(scratch, 0);
        Arrays.fill(sums, 0);
        coarse.overwrite();
        first.overwrite();
    }
}
