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
    private final float[] row = new float[GalleryBlock.CAPACITY];
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
        block.squaredDistances(probe, row, sums);
        double bound = leaders.bound();
        for (int column = 0; column < block.size(); column++) {
            if (candidates == null || candidates.contains(block.owner(column))) {
                vectors++;
                squares += sums[column];
                if (sums[column] < bound) {
                    leaders.offer(block.owner(column), sums[column]);
                    bound = leaders.bound();
                }
            }
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
        Arrays.fill(row, 0);
    }
}
