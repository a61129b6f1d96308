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
     * @param margin how much farther the nearest other person is; infinite when there is no other
     */
    record Nearest(PersonId person, double distance, double margin) implements GalleryAnswer {
        @Override
        public String toString() {
            return "Nearest[" + person + "]";
        }
    }
}
