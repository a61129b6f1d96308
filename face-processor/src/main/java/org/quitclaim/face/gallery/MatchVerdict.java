package org.quitclaim.face.gallery;

import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.recognition.SimilarityBand;

/** What the match rule says of a probe. */
public sealed interface MatchVerdict {

    record NoMatch() implements MatchVerdict {}

    /**
     * A suggestion.
     *
     * @param isClose another person is nearly as alike
     * @param distance exact; to be sealed, never logged; {@link #toString} leaves it out
     */
    record Match(PersonId person, SimilarityBand band, boolean isClose, double distance) implements MatchVerdict {
        @Override
        public String toString() {
            return "Match[" + person + ", " + band + (isClose ? ", close]" : "]");
        }
    }
}
