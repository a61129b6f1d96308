package org.quitclaim.face.gallery;

import java.util.Arrays;
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

    /** Hardly any block holds a leader, so most are passed without a look at whose vectors they are. */
    private void includeAll(GalleryBlock block) {
        float bound = (float) leaders.bound();
        boolean near = false;
        for (int column = 0; column < block.size(); column++) {
            near |= sums[column] < bound;
        }
        for (int column = 0; near && column < block.size(); column++) {
            offer(block, column);
        }
    }

    private void includeSome(GalleryBlock block, Set<PersonId> among) {
        for (int column = 0; column < block.size(); column++) {
            if (among.contains(block.owner(column))) {
                offer(block, column);
            }
        }
    }

    private void offer(GalleryBlock block, int column) {
        if (sums[column] < leaders.bound()) {
            leaders.offer(block.owner(column), sums[column]);
        }
    }

    /** @param people how many were candidates */
    GalleryAnswer answer(int people) {
        PersonId nearest = leaders.first();
        if (nearest == null) {
            return new GalleryAnswer.Nobody();
        }
        return new GalleryAnswer.Nearest(
                nearest, Math.sqrt(leaders.firstSquared()), Math.sqrt(leaders.secondSquared()), people);
    }

    void overwrite() {
        Arrays.fill(probe, 0);
        Arrays.fill(scratch, 0);
    }
}
