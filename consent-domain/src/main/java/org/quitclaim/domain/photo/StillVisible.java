package org.quitclaim.domain.photo;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.photo.PhotoState.Registered;

/** What a detector that looked at a finished version says about its covers. */
public final class StillVisible {
    private static final double NOBODY = -1;

    private StillVisible() {}

    /**
     * The covered faces at whose place a face is found all the same, as of a cover that missed.
     *
     * <p><b>Guarantees:</b> a face that is to be seen explains what was found only where it fits at least as well as every
     * covered one: a mark that was drawn large or moved reaches over its neighbours.
     *
     * @param covered the faces that the version is to hide, besides those that the stored original hides already
     * @param found where the detector found faces on the version
     */
    public static List<FaceId> among(Registered photo, Collection<FaceId> covered, List<Box> found) {
        List<FaceId> hidden = Stream.concat(covered.stream(), photo.original().covered().keySet().stream())
                .distinct()
                .toList();
        List<Box> unexpected = found.stream()
                .filter(box -> fit(photo, hidden::contains, box) > fit(photo, id -> !hidden.contains(id), box))
                .toList();
        return hidden.stream()
                .filter(id -> photo.faces().get(id) instanceof MarkedFace face
                        && unexpected.stream().anyMatch(face.area()::isAtPlaceOf))
                .toList();
    }

    /** How well the best of these marks at that place fits what was found there. */
    private static double fit(Registered photo, Predicate<FaceId> these, Box found) {
        return photo.faces().values().stream()
                .filter(face -> these.test(face.mark().face()) && face.area().isAtPlaceOf(found))
                .flatMap(face -> Stream.concat(Stream.of(face.mark().box()), face.found().stream()))
                .mapToDouble(found::overlap)
                .max()
                .orElse(NOBODY);
    }
}
