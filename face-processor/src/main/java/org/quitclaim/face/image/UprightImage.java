package org.quitclaim.face.image;

/**
 * A decoded photo, turned the way a viewer sees it.
 *
 * <p><b>Shape</b>: three bytes per pixel, red, green, blue, row by row from the top left; sRGB.
 *
 * <p><b>Guarantees</b>: positive size; the EXIF orientation is already applied. The array is shared, not copied, because
 * a photo may be 300 MB: whoever gets it only reads.
 */
public final class UprightImage {

    public static final int BYTES_PER_PIXEL = 3;

    private final int width;
    private final int height;
    private final byte[] rgb;

    public UprightImage(int width, int height, byte[] rgb) {
        if (width <= 0 || height <= 0 || rgb.length != (long) width * height * BYTES_PER_PIXEL) {
            throw new IllegalArgumentException("The pixels do not fill " + width + " x " + height);
        }
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public byte[] rgb() {
        return rgb;
    }

    /** The pixels of a region that lies within, as a picture of its own. */
    public UprightImage part(PixelRegion region) {
        byte[] part = new byte[region.width() * region.height() * BYTES_PER_PIXEL];
        int row = region.width() * BYTES_PER_PIXEL;
        for (int y = 0; y < region.height(); y++) {
            System.arraycopy(rgb, ((region.y() + y) * width + region.x()) * BYTES_PER_PIXEL, part, y * row, row);
        }
        return new UprightImage(region.width(), region.height(), part);
    }

    @Override
    public String toString() {
        return "UprightImage[" + width + " x " + height + "]";
    }
}
