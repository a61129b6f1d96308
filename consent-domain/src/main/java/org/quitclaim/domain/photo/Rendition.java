package org.quitclaim.domain.photo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quitclaim.domain.vault.RecordId;

/**
 * A version of a photo that can be released.
 *
 * @param covered the faces filled opaquely, with the box that was filled: a face that was moved since is not covered
 * @param stillVisible the covered faces that the detector found all the same, on the finished version
 */
public record Rendition(RenditionId id, Map<FaceId, Box> covered, RecordId image, List<FaceId> stillVisible) {
    public Rendition {
        stillVisible = List.copyOf(stillVisible);
        covered = Collections.unmodifiableMap(new LinkedHashMap<>(covered));
    }

    public boolean covers(Mark mark) {
        return mark.box().equals(covered.get(mark.face()));
    }
}
