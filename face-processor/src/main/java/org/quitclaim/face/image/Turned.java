package org.quitclaim.face.image;

/**
 * A square part of a picture, turned and resampled bilinearly; black beyond the border.
 *
 * <p><b>Units</b>: pixels of the image; the angle in radians, positive turns the content counter-clockwise.
 *
 * @param centreX what lies in the middle of the result
 * @param side how much of the image the result shows, along one side
 */
public record Turned(double centreX, double centreY, double side, double angle) {

    /** {@code size} pixels a side. */
    public UprightImage of(UprightImage image, int size) {
        double step = side / size;
        byte[] target = new byte[size * size * UprightImage.BYTES_PER_PIXEL];
        double cos = Math.cos(angle) * step;
        double sin = Math.sin(angle) * step;
        for (int row = 0; row < size; row++) {
            double down = row + 0.5 - size / 2.0;
            for (int column = 0; column < size; column++) {
                double across = column + 0.5 - size / 2.0;
                sample(
                        image,
                        centreX + across * cos - down * sin - 0.5,
                        centreY + across * sin + down * cos - 0.5,
                        target,
                        (row * size + column) * UprightImage.BYTES_PER_PIXEL);
            }
        }
        return new UprightImage(size, size, target);
    }

    private static void sample(UprightImage image, double x, double y, byte[] target, int at) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        if (left < -1 || top < -1 || left >= image.width() || top >= image.height()) {
            return;
        }
        double across = x - left;
        double down = y - top;
        int above = Math.max(top, 0) * image.width();
        int below = Math.min(top + 1, image.height() - 1) * image.width();
        int first = Math.max(left, 0);
        int second = Math.min(left + 1, image.width() - 1);
        int aboveFirst = (above + first) * UprightImage.BYTES_PER_PIXEL;
        int aboveSecond = (above + second) * UprightImage.BYTES_PER_PIXEL;
        int belowFirst = (below + first) * UprightImage.BYTES_PER_PIXEL;
        int belowSecond = (below + second) * UprightImage.BYTES_PER_PIXEL;
        byte[] rgb = image.rgb();
        for (int channel = 0; channel < UprightImage.BYTES_PER_PIXEL; channel++) {
            double upper = mix(rgb[aboveFirst + channel] & 0xFF, rgb[aboveSecond + channel] & 0xFF, across);
            double lower = mix(rgb[belowFirst + channel] & 0xFF, rgb[belowSecond + channel] & 0xFF, across);
            target[at + channel] = (byte) (int) (mix(upper, lower, down) + 0.5);
        }
    }

    private static double mix(double first, double second, double fraction) {
        return first + (second - first) * fraction;
    }
}
