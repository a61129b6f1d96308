package org.quitclaim.face.image;

import java.util.Arrays;

/** Where the first picture of an animation does not fill its canvas, the rest is white, as what is transparent is. */
final class Canvas {
    private Canvas() {}

    static UprightImage under(StillWebp still, UprightImage picture) {
        if (!still.isAnimated() || still.width() == picture.width() && still.height() == picture.height()) {
            return picture;
        }
        byte[] rgb = new byte[still.width() * still.height() * UprightImage.BYTES_PER_PIXEL];
        Arrays.fill(rgb, (byte) 0xFF);
        int width = Math.min(picture.width(), still.width() - still.left());
        int height = Math.min(picture.height(), still.height() - still.top());
        for (int y = 0; width > 0 && y < height; y++) {
            System.arraycopy(
                    picture.rgb(),
                    y * picture.width() * UprightImage.BYTES_PER_PIXEL,
                    rgb,
                    ((still.top() + y) * still.width() + still.left()) * UprightImage.BYTES_PER_PIXEL,
                    width * UprightImage.BYTES_PER_PIXEL);
        }
        return new UprightImage(still.width(), still.height(), rgb);
    }
}
