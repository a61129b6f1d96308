package org.quitclaim.domain.photo;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quitclaim.domain.FrozenMap;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.vault.RecordId;

/**
 * A version of a photo that can be released.
 *
 * @param covered the faces filled opaquely, as they were marked then: a face that was moved since is not covered
 * @param covering how that was done; empty where nothing is covered
 */
public record Rendition(RenditionId id, Map<FaceId, Covered> covered, RecordId image, List<Covering> covering) {
    public Rendition {
        covering = List.copyOf(covering);
        covered = FrozenMap.of(covered);
    }

    static Rendition of(RenditionId id, Collection<Covered> covered, RecordId image, List<Covering> covering) {
        Map<FaceId, Covered> faces = new LinkedHashMap<>();
        covered.forEach(one -> faces.put(one.face(), one));
        return new Rendition(id, faces, image, covering);
    }

    /** The covered faces that the detector found all the same, on the finished version. */
    public List<FaceId> stillVisible() {
        return covering.stream().flatMap(how -> how.stillVisible().stream()).toList();
    }

    /** Where the mark is now, with all of what was found there. */
    public boolean covers(MarkedFace face) {
        Covered cover = covered.get(face.mark().face());
        return cover != null && cover.box().equals(face.mark().box()) && cover.hides(face.area());
    }

    /** Whether nothing of this can be seen, whoever it was covered for. */
    public boolean hides(Box place) {
        return covered.values().stream().anyMatch(cover -> cover.hides(place));
    }
}
