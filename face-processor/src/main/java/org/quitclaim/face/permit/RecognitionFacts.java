package org.quitclaim.face.permit;

import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.recognition.RecognitionPolicy;

/**
 * What a permit of any kind rests on.
 *
 * @param mark what {@link PermitIssuer#mark} said <em>before</em> the first of these facts was read
 * @param assessed whether two officers stand for the way in which people are recognised now
 */
public record RecognitionFacts(
        long mark,
        Assessed assessed,
        PhotoId photo,
        CollectionId collection,
        RecognitionPolicy policy,
        int participantsVersion) {

    /** How the impact assessment stands to what would happen. */
    public enum Assessed {
        /** It holds, for exactly this pack with these limits and settings. */
        APPROVED,
        /** None holds today. */
        MISSING,
        /** It holds for another pack, other limits or other settings. */
        OF_ANOTHER_METHOD
    }
}
