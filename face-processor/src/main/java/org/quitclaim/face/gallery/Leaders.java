package org.quitclaim.face.gallery;

import org.jspecify.annotations.Nullable;

/** Keeps the nearest person and the nearest <em>other</em> person while vectors are offered in any order. */
final class Leaders {

    private @Nullable Owner first;
    private double firstSquared = Double.POSITIVE_INFINITY;
    private double secondSquared = Double.POSITIVE_INFINITY;

    /** Vectors at this squared distance or beyond change nothing. */
    double bound() {
        return secondSquared;
    }

    void offer(Owner owner, double squared) {
        if (owner == first) {
            firstSquared = Math.min(firstSquared, squared);
        } else if (squared < firstSquared) {
            secondSquared = firstSquared;
            first = owner;
            firstSquared = squared;
        } else if (squared < secondSquared) {
            secondSquared = squared;
        }
    }

    @Nullable
    Owner first() {
        return first;
    }

    double firstSquared() {
        return firstSquared;
    }

    double secondSquared() {
        return secondSquared;
    }
}
