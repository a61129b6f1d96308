package org.quitclaim.face.permit;

import org.quitclaim.domain.collection.CollectionId;
import org.quitclaim.domain.photo.PhotoId;
import org.quitclaim.domain.recognition.RecognitionPolicy;

/**
 * What a permit of any kind rests on.
 *
 * @param mark what {@link PermitIssuer#mark} said <em>before</em> the first of these facts was read
 * @param hasDpiaReference whether an approved DPIA reference is recorded
 */
public record RecognitionFacts(
        long mark,
        boolean hasDpiaReference,
        PhotoId photo,
        CollectionId collection,
        RecognitionPolicy policy,
        int participantsVersion) {}
