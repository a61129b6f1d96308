package org.quitclaim.face.gallery;

import org.quitclaim.domain.id.PersonId;

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
     * @param people how many persons it was compared with
     */
    record Nearest(PersonId person, double distance, double second, int people) implements GalleryAnswer {

        /** How much farther the next person is. */
        public double margin() {
            return second - distance;
        }

        @Override
        public String toString() {
            return "Nearest[" + person + "]";
        }
    }
}
