package org.quitclaim.domain.photo;

import java.time.Instant;
import java.util.Map;
import org.quitclaim.domain.FrozenMap;
import org.quitclaim.domain.id.FaceId;

/**
 * How a photo was looked at for faces.
 *
 * @param late marks that a later look left on a photo that was released by then, and until when a human is waited for; as
 *     long they stop nothing that is live
 */
public record Search(Looked looked, Map<FaceId, Instant> late) {
    static final Search NOT_YET = new Search(Looked.NOT_YET, Map.of());

    public Search {
        late = FrozenMap.of(late);
    }

    Search without(FaceId settled) {
        return late.containsKey(settled) ? new Search(looked, FrozenMap.of(late).without(settled)) : this;
    }
}
