package org.quitclaim.command.photo;

import java.util.List;
import org.quitclaim.command.faceprint.FaceSearch;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.face.image.PixelRegion;
import org.quitclaim.face.image.UprightImage;

/**
 * Looks for faces where they were covered, as thoroughly as on a photo that was just taken in.
 *
 * <p><b>Guarantees:</b> detection only, nothing is embedded. It looks at each cover with as much again around it on every
 * side, not at the rest of the picture, so that a large photo takes no longer than its covers.
 */
final class CoverCheck {
    private static final double AROUND = 1;

    private final FaceSearch search;

    CoverCheck(FaceSearch search) {
        this.search = search;
    }

    /** Where faces are found at the covers, on the very pixels that are kept or leave. */
    List<Box> found(PhotoImages images, byte[] version, List<Box> covers) {
        try (ClearPhoto clear = images.read(version)) {
            return found(clear.image(), covers);
        }
    }

    /** Where a face is found, as fractions of the whole version. */
    List<Box> found(UprightImage version, List<Box> covers) {
        return covers.stream()
                .map(cover -> around(version, cover))
                .filter(region -> !region.isEmpty())
                .flatMap(region -> search.thoroughly(version.part(region)).faces().stream()
                        .map(face -> inWhole(face.box(), region, version)))
                .toList();
    }

    private static PixelRegion around(UprightImage image, Box cover) {
        return PixelRegion.clipped(
                (cover.x() - AROUND * cover.width()) * image.width(),
                (cover.y() - AROUND * cover.height()) * image.height(),
                (1 + 2 * AROUND) * cover.width() * image.width(),
                (1 + 2 * AROUND) * cover.height() * image.height(),
                image);
    }

    private static Box inWhole(Box box, PixelRegion region, UprightImage image) {
        double x = (region.x() + box.x() * region.width()) / image.width();
        double y = (region.y() + box.y() * region.height()) / image.height();
        return new Box(
                x,
                y,
                Math.min(1 - x, box.width() * region.width() / image.width()),
                Math.min(1 - y, box.height() * region.height() / image.height()));
    }
}
