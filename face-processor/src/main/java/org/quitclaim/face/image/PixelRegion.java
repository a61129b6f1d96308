package org.quitclaim.face.image;

/**
 * A rectangle of whole pixels inside an image.
 *
 * <p><b>Units</b>: pixels from the top left.
 */
public record PixelRegion(int x, int y, int width, int height) {

    public boolean isEmpty() {
        return width <= 0 || height <= 0;
    }

    public static PixelRegion whole(UprightImage image) {
        return new PixelRegion(0, 0, image.width(), image.height());
    }

    /**
     * Clips to the image and drops fractions, position and size each on its own, as the reference implementation does:
     * parity within a pixel decides over a descriptor.
     */
    public static PixelRegion clipped(double x, double y, double width, double height, UprightImage image) {
        double left = Math.max(x, 0);
        double top = Math.max(y, 0);
        double clippedWidth = Math.min(x + width - left, image.width() - left);
        double clippedHeight = Math.min(y + height - top, image.height() - top);
        return new PixelRegion((int) Math.floor(left), (int) Math.floor(top), (int) Math.floor(clippedWidth), (int)
                Math.floor(clippedHeight));
    }
}
