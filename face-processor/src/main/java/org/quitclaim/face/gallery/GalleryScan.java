package org.quitclaim.face.gallery;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.consent.PersonId;

/**
 * One search through the gallery, block by block.
 *
 * <p><b>Guarantees</b>: every vector of every candidate is compared; what was copied to the heap on the way is
 * overwritten by {@link #overwrite}.
 *
 * <p><b>Thread-safety</b>: none; one search, one thread.
 */
final class GalleryScan {

    private final float[] probe;
    private final @Nullable Set<PersonId> candidates;
    private final float[] scratch = new float[GalleryBlock.scratch()];
    private final float[] sums = new float[GalleryBlock.CAPACITY];
    private final Leaders leaders = new Leaders();
    private long vectors;
    private double squares;

    /** Among everybody when {@code candidates} is null. */
    GalleryScan(float[] probe, @Nullable Set<PersonId> candidates) {
        this.probe = probe;
        this.candidates = candidates;
    }

    void include(GalleryBlock block) {
        block.squaredDistances(probe, scratch, sums);
        if (candidates == null) {
            includeAll(block);
        } else {
            includeSome(block, candidates);
        }
    }

    /** Hardly any block holds a leader, so most are summed up without a look at whose vectors they are. */
    private void includeAll(GalleryBlock block) {
        float bound = (float) leaders.bound();
        double sum = 0;
        boolean near = false;
        for (int column = 0; column < block.size(); column++) {
            sum += sums[column];
            near |= sums[column] < bound;
        }
        vectors += block.size();
        squares += sum;
        for (int column = 0; near && column < block.size(); column++) {
            offer(block, column);
        }
    }

    private void includeSome(GalleryBlock block, Set<PersonId> among) {
        for (int column = 0; column < block.size(); column++) {
            if (among.contains(block.owner(column))) {
                vectors++;
                squares += sums[column];
                offer(block, column);
            }
        }
    }

    private void offer(GalleryBlock block, int column) {
        if (sums[column] < leaders.bound()) {
            leaders.offer(block.owner(column), sums[column]);
        }
    }

    GalleryAnswer answer(List<GalleryBlock> blocks) {
        PersonId nearest = leaders.first();
        if (nearest == null) {
            return new GalleryAnswer.Nobody();
        }
        return new GalleryAnswer.Nearest(
                nearest, Math.sqrt(leaders.firstSquared()), Math.sqrt(leaders.secondSquared()), crowd(nearest, blocks));
    }

    /** Everybody but the nearest person, whose vectors are looked up once more to be taken out of the sums. */
    private GalleryAnswer.Crowd crowd(PersonId nearest, List<GalleryBlock> blocks) {
        long otherVectors = vectors;
        double otherSquares = squares;
        for (GalleryBlock block : blocks) {
            for (int column = 0; column < block.size(); column++) {
                if (block.owner(column) == nearest) {
                    otherVectors--;
                    otherSquares -= block.squaredDistance(column, probe);
                }
            }
        }
        return new GalleryAnswer.Crowd(otherVectors, Math.max(otherSquares, 0));
    }

    void overwrite() {
        Arrays.fill(probe, 0);
        Arrays.fill(scratch, 0);
    }
}
