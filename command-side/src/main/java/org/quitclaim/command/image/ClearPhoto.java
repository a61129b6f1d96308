package org.quitclaim.command.image;

import org.quitclaim.face.image.UprightImage;

/** A photo in the clear, decoded and upright; it takes room from others until it is closed. */
public final class ClearPhoto implements AutoCloseable {
    private final UprightImage image;
    private final PhotoRoom.Place place;

    ClearPhoto(UprightImage image, PhotoRoom.Place place) {
        this.image = image;
        this.place = place;
    }

    public UprightImage image() {
        return image;
    }

    @Override
    public void close() {
        place.close();
    }
}
