package org.quitclaim.command.erasure;

import java.util.List;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.photo.Renditions;
import org.quitclaim.domain.erasure.ErasureState.Open;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.photo.FaceId;
import org.quitclaim.domain.photo.PhotoId;
import org.quitclaim.domain.photo.PhotoState.Registered;

/** Every photo gets a version on which the person is covered, unless it has one. */
record CoverOnPhotos(SeenOn seen, Streams streams, Renditions renditions) implements FollowUp {
    @Override
    public ErasureStep step() {
        return ErasureStep.PHOTOS_COVERED;
    }

    @Override
    public Outcome take(Open open, Origin origin) {
        seen.photos(open.work().person()).forEach((photo, faces) -> cover(photo, faces, origin));
        return Outcome.DONE;
    }

    private void cover(PhotoId id, List<FaceId> faces, Origin origin) {
        if (streams.photo(id) instanceof Registered photo && !photo.removed()) {
            boolean covered = photo.renditions().values().stream()
                    .anyMatch(rendition -> photo.visibleOn(rendition).stream()
                            .noneMatch(face -> faces.contains(face.mark().face())));
            if (!covered) {
                renditions.make(id, faces, origin);
            }
        }
    }
}
