package org.quitclaim.command.photo;

import java.util.ArrayList;
import java.util.List;
import org.quitclaim.command.faceprint.FaceSearch;
import org.quitclaim.command.image.ClearPhoto;
import org.quitclaim.command.image.PhotoImages;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.Covering;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.StillVisible;
import org.quitclaim.face.image.PixelRegion;
import org.quitclaim.face.image.UprightImage;

/**
 * Looks for faces where they were covered, as thoroughly as on a photo that was just taken in.
 *
 * <p><b>Guarantees:</b> detection only, nothing is embedded. It looks at each cover with as much again around it on every
 * side, not at the rest of the picture, so that a large photo takes no longer than its covers; of a crowd, whose covers
 * would take longer than the picture, it looks at the whole.
 */
final class CoverCheck {
    private static final double AROUND = 1;

    /** A thorough look at a large photo takes about as long as one at so many covers. */
    private static final int CROWD = 24;

    private final FaceSearch search;

    CoverCheck(FaceSearch search) {
        this.search = search;
    }

    /**
     * What was found.
     *
     * @param faces as fractions of the whole version
     * @param smallestFacePixels the shorter side of the smallest face that was looked for at every cover
     */
    record Found(List<Box> faces, int smallestFacePixels) {}

    /** What is to be said of a version whose covers were drawn at these places, of the very pixels that are kept or leave. */
    Covering of(PhotoImages images, byte[] version, Registered photo, List<FaceId> faces, Drawn drawn) {
        try (ClearPhoto clear = images.read(version)) {
            Found found = found(clear.image(), drawn.places());
            return new Covering(
                    drawn.style(),
                    search.detector(),
                    found.smallestFacePixels(),
                    StillVisible.among(photo, faces, found.faces()));
        }
    }

    Found found(UprightImage version, List<Box> covers) {
        return covers.size() > CROWD ? whole(version) : near(version, covers);
    }

    private Found whole(UprightImage version) {
        FaceSearch.Result result = search.thoroughly(version);
        return new Found(
                result.faces().stream().map(face -> face.box()).toList(),
                Math.max(search.smallestFacePixels(), result.looked().smallestFacePixels()));
    }

    private Found near(UprightImage version, List<Box> covers) {
        List<Box> faces = new ArrayList<>();
        int smallest = search.smallestFacePixels();
        for (Box cover : covers) {
            PixelRegion region = around(version, cover);
            if (!region.isEmpty()) {
                FaceSearch.Result result = search.thoroughly(version.part(region));
                result.faces().forEach(face -> faces.add(inWhole(face.box(), region, version)));
                smallest = Math.max(smallest, result.looked().smallestFacePixels());
            }
        }
        return new Found(faces, smallest);
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
