package org.quitclaim.domain.photo;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.photo.PhotoState.Registered;

/** What a detector that looked at a finished version says about its covers. */
public final class StillVisible {
    private StillVisible() {}

    /**
     * The covered faces at whose place a face is found all the same, as of a cover that missed.
     *
     * @param covered the faces that the version is to hide, besides those that the stored original hides already
     * @param found where the detector found faces on the version
     */
    public static List<FaceId> among(Registered photo, Collection<FaceId> covered, List<Box> found) {
        List<FaceId> hidden = Stream.concat(covered.stream(), photo.original().covered().keySet().stream())
                .distinct()
                .toList();
        List<Box> unexpected = found.stream()
                .filter(box -> photo.faces().values().stream()
                        .filter(face -> !hidden.contains(face.mark().face()))
                        .noneMatch(face -> face.area().isAtPlaceOf(box)))
                .toList();
        return hidden.stream()
                .filter(id -> photo.faces().get(id) instanceof MarkedFace face
                        && unexpected.stream().anyMatch(face.area()::isAtPlaceOf))
                .toList();
    }
}
