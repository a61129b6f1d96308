package org.quitclaim.face.permit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.PermitId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.vault.KeyGeneration;

/**
 * What a permit covers and until when.
 *
 * @param participantsVersion the version of the collection's participants that the permit was issued on
 * @param generations every person whose faceprint may be made or compared, with the key generation of the live grant
 * @param notAfter at most {@link PermitIssuer#LIFETIME} after issue, never after the first of the grants ends
 */
public record PermitTerms(
        PermitId id,
        PhotoId photo,
        CollectionId collection,
        int participantsVersion,
        List<PermittedFace> faces,
        Map<PersonId, KeyGeneration> generations,
        Instant notAfter) {

    public PermitTerms {
        faces = List.copyOf(faces);
        generations = Map.copyOf(generations);
    }
}
