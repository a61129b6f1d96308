package org.quitclaim.command.photo;

import java.util.List;
import java.util.stream.Stream;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.CoverStyle;
import org.quitclaim.domain.photo.Covered;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoState.Registered;

/**
 * The covers that are drawn on one version.
 *
 * <p><b>Guarantees:</b> all of them look alike: whoever is covered in the stored original already is covered once more in
 * the style of the others, or the difference would tell who was erased.
 */
record Drawn(CoverStyle style, List<Box> places) {
    static Drawn on(Registered photo, List<MarkedFace> faces, CoverStyle style) {
        List<FaceId> now = faces.stream().map(face -> face.mark().face()).toList();
        Stream<Box> before = photo.original().covered().values().stream()
                .filter(cover -> !now.contains(cover.face()))
                .map(Covered::filled);
        return new Drawn(
                style,
                Stream.concat(faces.stream().map(MarkedFace::area), before).toList());
    }
}
