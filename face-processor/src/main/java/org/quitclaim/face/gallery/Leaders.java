package org.quitclaim.face.gallery;

import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.consent.PersonId;

/** Keeps the nearest person and the nearest <em>other</em> person while vectors are offered in any order. */
final class Leaders {

    private @Nullable PersonId first;
    private double firstSquared = Double.POSITIVE_INFINITY;
    private double secondSquared = Double.POSITIVE_INFINITY;

    /** Vectors at this squared distance or beyond change nothing. */
    double bound() {
        return secondSquared;
    }

    void offer(PersonId person, double squared) {
        if (person.equals(first)) {
            firstSquared = Math.min(firstSquared, squared);
        } else if (squared < firstSquared) {
            secondSquared = firstSquared;
            first = person;
            firstSquared = squared;
        } else if (squared < secondSquared) {
            secondSquared = squared;
        }
    }

    @Nullable
    PersonId first() {
        return first;
    }

    double firstSquared() {
        return firstSquared;
    }

    double secondSquared() {
        return secondSquared;
    }
}
