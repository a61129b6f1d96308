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
        int right = Math.min(left + 1, image.width() - 1);
        int bottom = Math.min(top + 1, image.height() - 1);
        double across = x - left;
        double down = y - top;
        for (int channel = 0; channel < UprightImage.BYTES_PER_PIXEL; channel++) {
            double above = mix(at(image, left, top, channel), at(image, right, top, channel), across);
            double below = mix(at(image, left, bottom, channel), at(image, right, bottom, channel), across);
            target[at + channel] = (byte) Math.round(mix(above, below, down));
        }
    }

    private static double mix(double first, double second, double fraction) {
        return first + (second - first) * fraction;
    }

    private static int at(UprightImage image, int x, int y, int channel) {
        int offset = (Math.max(y, 0) * image.width() + Math.max(x, 0)) * UprightImage.BYTES_PER_PIXEL;
        return image.rgb()[offset + channel] & 0xFF;
    }
}
