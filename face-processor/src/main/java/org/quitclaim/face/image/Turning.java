package org.quitclaim.face.image;

import java.util.Optional;
import org.quitclaim.domain.photo.Box;

/**
 * Where a place of the stored pixels is on the upright picture.
 *
 * <p>Places count on the stored pixels by the guidelines, and on the upright picture by the habit of some programs. Where a
 * file says for which size its places are, that tells for a picture that is on its side.
 *
 * @param isWide whether the stored picture is wider than high
 */
record Turning(Orientation up, boolean isWide) {
    Turning appliedTo(Optional<Double> width, Optional<Double> height) {
        boolean isKnown =
                width.isPresent() && height.isPresent() && !width.get().equals(height.get());
        boolean countsUpright = up.isTransposed() && isKnown && (width.get() > height.get()) != isWide;
        return countsUpright ? new Turning(Orientation.UPRIGHT, isWide) : this;
    }

    Box of(Box stored) {
        boolean swap = up.isTransposed();
        double x = swap ? stored.y() : stored.x();
        double y = swap ? stored.x() : stored.y();
        double width = swap ? stored.height() : stored.width();
        double height = swap ? stored.width() : stored.height();
        return new Box(
                up.isMirrored() ? Math.max(0, 1 - x - width) : x,
                up.isFlipped() ? Math.max(0, 1 - y - height) : y,
                width,
                height);
    }
}
