package org.quitclaim.command.erasure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.photo.Originals;
import org.quitclaim.command.rights.SeenOn;
import org.quitclaim.domain.erasure.ErasureState.Open;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.erasure.PhotoLeaving;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.PhotoState.Registered;

/**
 * Of every photo that shows the person another original is stored, on which she is covered; then the key is destroyed
 * under which the one before lies, and with it every version that showed her.
 *
 * <p><b>Guarantees:</b> what goes is recorded first, then the new picture is sealed, then the photo's history names it,
 * then the old key goes: stopped between any two, it goes on from there. A photo that was removed before goes
 * altogether. One that cannot be read keeps nobody else's from being covered; it stays red, and the step is parked.
 */
record CoverOnPhotos(SeenOn seen, Streams streams, Originals originals, LeavingPhotos leaving, ErasureCases cases)
        implements FollowUp {
    @Override
    public ErasureStep step() {
        return ErasureStep.PHOTOS_COVERED;
    }

    @Override
    public Outcome take(Open open, Origin origin) {
        ErasureCaseId id = open.work().id();
        Map<PhotoId, Set<FaceId>> hers = hers(open);
        List<PhotoLeaving> going = new ArrayList<>();
        hers.forEach((photo, faces) -> going.addAll(going(photo, faces)));
        leaving.record(id, going, origin);
        @Nullable RuntimeException failed = null;
        for (Map.Entry<PhotoId, Set<FaceId>> one : hers.entrySet()) {
            try {
                replace(id, one.getKey(), one.getValue(), origin);
            } catch (RuntimeException e) {
                failed = failed == null ? e : failed;
            }
        }
        if (failed != null) {
            throw failed;
        }
        leaving.of(id).forEach(this::destroy);
        return Outcome.DONE;
    }

    /** Those that are linked to her, and those that were when this began, whoever unlinked them since. */
    private Map<PhotoId, Set<FaceId>> hers(Open open) {
        Map<PhotoId, Set<FaceId>> hers = new LinkedHashMap<>();
        leaving.of(open.work().id()).forEach(one -> facesOf(hers, one.photo()).addAll(one.faces()));
        seen.photos(open.work().person())
                .forEach((photo, faces) -> facesOf(hers, photo).addAll(faces));
        return hers;
    }

    private static Set<FaceId> facesOf(Map<PhotoId, Set<FaceId>> hers, PhotoId photo) {
        return hers.computeIfAbsent(photo, any -> new LinkedHashSet<>());
    }

    private List<PhotoLeaving> going(PhotoId id, Set<FaceId> faces) {
        return streams.photo(id) instanceof Registered photo && (photo.removed() || shows(photo, faces))
                ? List.of(new PhotoLeaving(id, photo.picture().keyGeneration(), List.copyOf(faces)))
                : List.of();
    }

    private static boolean shows(Registered photo, Set<FaceId> faces) {
        return photo.visibleOn(photo.original()).stream()
                .anyMatch(face -> faces.contains(face.mark().face()));
    }

    /** Somebody else's erasure may have replaced it since it was recorded; what lies there now goes too then. */
    private void replace(ErasureCaseId id, PhotoId photoId, Set<FaceId> faces, Origin origin) {
        if (streams.photo(photoId) instanceof Registered photo && !photo.removed() && shows(photo, faces)) {
            leaving.record(id, going(photoId, faces), origin);
            originals.cover(photo, List.copyOf(faces), origin);
        }
    }

    private void destroy(PhotoLeaving one) {
        if (streams.photo(one.photo()) instanceof Registered photo
                && !photo.removed()
                && photo.picture().keyGeneration() <= one.keyGeneration()) {
            throw new IllegalStateException("what is in use is not destroyed");
        }
        cases.shred(LeavingPhotos.key(one));
    }
}
