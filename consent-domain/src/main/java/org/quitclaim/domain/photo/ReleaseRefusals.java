package org.quitclaim.domain.photo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.PhotoState.Registered;

/**
 * What of a photo itself speaks against releasing a version of it: all of it, so that putting one thing right does not
 * bring up the next.
 *
 * <p><b>Guarantees:</b> empty exactly where the photo would authorise the release.
 */
public final class ReleaseRefusals {
    private ReleaseRefusals() {}

    /** @param publication if it is live, some things that are open may stay so until somebody has seen to them */
    public static List<PhotoRejection> against(Registered photo, RenditionId version, PublicationId publication) {
        Rendition rendition = photo.renditions().get(version);
        if (photo.removed() || rendition == null) {
            return List.of(photo.removed() ? PhotoRejection.REMOVED : PhotoRejection.UNKNOWN_RENDITION);
        }
        boolean live = photo.releases().containsKey(publication);
        List<PhotoRejection> all = new ArrayList<>();
        if (!photo.searched()) {
            all.add(PhotoRejection.BEING_SEARCHED);
        }
        if (!photo.reviewed()) {
            all.add(PhotoRejection.NOT_REVIEWED);
        }
        // what is live stays until somebody has said that it is one
        if (!live && !photo.copies().unsettled().isEmpty()) {
            all.add(PhotoRejection.COPY_UNSETTLED);
        }
        all.addAll(ofMarks(photo, photo.visibleOn(rendition), live));
        if (!photo.undoneOn(rendition).isEmpty()) {
            all.add(PhotoRejection.NO_UNDONE);
        }
        if (!rendition.stillVisible().isEmpty()) {
            all.add(PhotoRejection.FACE_STILL_VISIBLE);
        }
        return all;
    }

    private static List<PhotoRejection> ofMarks(Registered photo, List<MarkedFace> visible, boolean live) {
        List<PhotoRejection> all = new ArrayList<>();
        if (any(visible, face -> face.standing() instanceof FaceStanding.Unregistered)) {
            all.add(PhotoRejection.FACE_UNREGISTERED);
        }
        if (any(visible, face -> face.standing() instanceof FaceStanding.Erased)) {
            all.add(PhotoRejection.FACE_ERASED);
        }
        if (any(visible, face -> face.standing() instanceof FaceStanding.Open && !(live && photo.isLate(face)))) {
            all.add(PhotoRejection.FACE_OPEN);
        }
        visible.stream()
                .flatMap(face -> photo.seen().unseen(face.mark().face()).stream())
                .distinct()
                .sorted()
                .forEach(all::add);
        if (!Twice.unexplained(photo, visible).isEmpty()) {
            all.add(PhotoRejection.PERSON_TWICE);
        }
        return all;
    }

    private static boolean any(List<MarkedFace> faces, Predicate<MarkedFace> so) {
        return faces.stream().anyMatch(so);
    }
}
