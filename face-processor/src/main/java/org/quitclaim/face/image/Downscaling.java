package org.quitclaim.face.image;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Makes a picture smaller by halves, so that fine patterns do not flicker. */
final class Downscaling {

    private Downscaling() {}

    static BufferedImage to(BufferedImage picture, int width, int height) {
        BufferedImage current = picture;
        while (current.getWidth() >= 2 * width && current.getHeight() >= 2 * height) {
            current = step(current, current.getWidth() / 2, current.getHeight() / 2);
        }
        boolean isThere = current.getWidth() == width && current.getHeight() == height;
        return isThere ? current : step(current, width, height);
    }

    private static BufferedImage step(BufferedImage picture, int width, int height) {
        BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = smaller.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return smaller;
    }
}
