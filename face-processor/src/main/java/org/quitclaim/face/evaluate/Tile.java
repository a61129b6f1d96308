package org.quitclaim.face.evaluate;

import java.util.Optional;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.face.image.Halves;
import org.quitclaim.face.image.Turned;
import org.quitclaim.face.image.UprightImage;

/**
 * A face with what surrounds it.
 *
 * @param face 0..1 of the picture
 */
record Tile(UprightImage picture, Box face) {

    private static final double SURROUNDINGS = 2;
    private static final int LEAST_SIDE = 16;

    /** Nothing where the shorter side of the face has fewer pixels. */
    static Optional<Tile> of(UprightImage image, Box face, int leastPixels) {
        double width = face.width() * image.width();
        double height = face.height() * image.height();
        if (Math.min(width, height) < leastPixels) {
            return Optional.empty();
        }
        double side = SURROUNDINGS * Math.max(width, height);
        Turned around = new Turned(
                (face.x() + face.width() / 2) * image.width(),
                (face.y() + face.height() / 2) * image.height(),
                side,
                0);
        Box middle = new Box((1 - width / side) / 2, (1 - height / side) / 2, width / side, height / side);
        return Optional.of(new Tile(around.of(image, (int) Math.ceil(side)), middle));
    }

    /** So large that the shorter side of the face has so many pixels. */
    Tile withFaceOf(int pixels) {
        double scale = pixels / (Math.min(face.width(), face.height()) * picture.width());
        int size = Math.max(LEAST_SIDE, (int) Math.round(picture.width() * scale));
        UprightImage level = Halves.of(picture, LEAST_SIDE).forScale(scale);
        Turned whole = new Turned(level.width() / 2.0, level.height() / 2.0, level.width(), 0);
        return new Tile(whole.of(level, size), face);
    }

    /** Counter-clockwise around its middle, where the face is. */
    Tile turned(int degrees) {
        double angle = Math.toRadians(degrees);
        double width = Math.hypot(face.width() * Math.cos(angle), face.height() * Math.sin(angle));
        double height = Math.hypot(face.width() * Math.sin(angle), face.height() * Math.cos(angle));
        int size = picture.width();
        return new Tile(
                new Turned(size / 2.0, size / 2.0, size, angle).of(picture, size),
                new Box((1 - width) / 2, (1 - height) / 2, width, height));
    }
}
