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
    private long vectors;
    private double squares;

    GalleryScan(float[] probe, List<GalleryBlock> blocks) {
        this.probe = probe;
        this.blocks = blocks;
        coarse = new CoarseProbe(probe);
    }

    GalleryAnswer all() {
        for (int number = 0; number < blocks.size(); number++) {
            includeAll(number);
        }
        return answer();
    }

    GalleryAnswer among(BitSet places) {
        int place = places.nextSetBit(0);
        while (place >= 0) {
            int number = place / CAPACITY;
            BitSet columns = places.get(number * CAPACITY, (number + 1) * CAPACITY);
            if (columns.cardinality() == blocks.get(number).size()) {
                includeAll(number);
            } else {
                includeSome(number, columns);
            }
            place = places.nextSetBit((number + 1) * CAPACITY);
        }
        return answer();
    }

    private void includeAll(int number) {
        GalleryBlock block = blocks.get(number);
        vectors += block.size();
        squares += block.sumOfSquaredDistances(probe);
        block.coarse().floors(coarse, first);
        double reach = reach();
        float limit = limit(reach + coarse.error() + block.worstError());
        for (int column = 0; column < block.size(); column++) {
            if (first.floors[column] <= limit) {
                consider(number, column, reach);
            }
        }
    }

    private void consider(int number, int column, double reach) {
        GalleryBlock block = blocks.get(number);
        double error = coarse.error() + block.coarse().error(column);
        double floor = Math.max(0, first.floors[column]);
        double atLeast = Math.max(0, Math.sqrt(floor) - error);
        if (atLeast <= reach) {
            double atMost = Math.sqrt(floor + block.coarse().doubt(column, coarse)) + error;
            ceilings.offer(block.owner(column), Coarse.ceiling(atMost, probe.length));
            contenders.add(number * CAPACITY + column, atLeast);
        }
    }

    /** Their distances are needed in full for the crowd, so there is nothing to gain by a first look. */
    private void includeSome(int number, BitSet columns) {
        GalleryBlock block = blocks.get(number);
        boolean whole = compareWhole(block, columns.cardinality());
        for (int column = columns.nextSetBit(0); column >= 0; column = columns.nextSetBit(column + 1)) {
            float squared = whole ? sums[column] : block.squaredDistanceInFloats(column, probe);
            vectors++;
            squares += squared;
            if (squared <= ceilings.bound()) {
                ceilings.offer(block.owner(column), squared);
                contenders.add(number * CAPACITY + column, Math.sqrt(squared));
            }
        }
    }

    private double reach() {
        return Coarse.reach(ceilings.bound(), probe.length);
    }

    private static float limit(double distance) {
        return Math.nextUp((float) (distance * distance));
    }

    private boolean compareWhole(GalleryBlock block, int columns) {
        if (columns < MANY) {
            return false;
        }
        block.squaredDistances(probe, scratch, sums);
        return true;
    }

    private GalleryAnswer answer() {
        Leaders leaders = leaders(contenders.within(reach()));
        Owner nearest = leaders.first();
        if (nearest == null) {
            return new GalleryAnswer.Nobody();
        }
        return new GalleryAnswer.Nearest(
                nearest.person(),
                Math.sqrt(leaders.firstSquared()),
                Math.sqrt(leaders.secondSquared()),
                crowd(nearest));
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

    /** Everybody but the nearest person, whose vectors are looked up once more to be taken out of the sums. */
    private GalleryAnswer.Crowd crowd(Owner nearest) {
        double otherSquares = squares;
        for (int number = 0; number < nearest.count(); number++) {
            int place = nearest.place(number);
            otherSquares -= blocks.get(place / CAPACITY).squaredDistance(place % CAPACITY, probe);
        }
        return new GalleryAnswer.Crowd(vectors - nearest.count(), Math.max(otherSquares, 0));
    }

    void overwrite() {
        Arrays.fill(probe, 0);
        Arrays.fill(scratch, 0);
        Arrays.fill(sums, 0);
        coarse.overwrite();
        first.overwrite();
    }
}
