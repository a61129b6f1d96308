package org.quitclaim.domain.photo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.quitclaim.domain.vault.RecordId;

/**
 * A version of a photo that can be released.
 *
 * @param covered the faces filled opaquely, with the box that was filled: a face that was moved since is not covered
 */
public record Rendition(RenditionId id, Map<FaceId, Box> covered, RecordId image) {
    public Rendition {
        covered = Collections.unmodifiableMap(new LinkedHashMap<>(covered));
    }

    public boolean covers(Mark mark) {
        return mark.box().equals(covered.get(mark.face()));
    }
}
