package org.quitclaim.domain.erasure;

import java.util.List;
import org.quitclaim.domain.Ordered;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PhotoId;

/**
 * A photo that goes as it was: altogether, or because another original takes its place.
 *
 * @param keyGeneration of the key under which it lay; that key is destroyed
 * @param faces which of them were the person's
 */
public record PhotoLeaving(PhotoId photo, int keyGeneration, List<FaceId> faces) {
    public PhotoLeaving {
        faces = Ordered.ids(faces);
    }
}
