package org.quitclaim.face.gallery;

import org.quitclaim.domain.consent.PersonId;

/** Who is nearest to a probe. */
public sealed interface GalleryAnswer {

    /** No candidate has a faceprint here. */
    record Nobody() implements GalleryAnswer {}

    /**
     * The nearest candidate, which is not yet a match.
     *
     * <p><b>Units</b>: Euclidean distances. Exact ones are sealed, never logged; {@link #toString} leaves them out.
     *
     * @param second how far the nearest <em>other</em> person is; infinite when there is no other
     * @param crowd how far all other persons are, and how many vectors they have
     */
    record Nearest(PersonId person, double distance, double second, Crowd crowd) implements GalleryAnswer {

        /** How much farther the next person is. */
        public double margin() {
            return second - distance;
        }

        @Override
        public String toString() {
            return "Nearest[" + person + "]";
        }
    }

    /**
     * The other candidates as a whole.
     *
     * @param squares the sum of their squared distances to the probe
     */
    record Crowd(long vectors, double squares) {
        @Override
        public String toString() {
            return "Crowd[" + vectors + "]";
        }
    }
}
