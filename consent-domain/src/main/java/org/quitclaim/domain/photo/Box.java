package org.quitclaim.domain.photo;

/**
 * Where on a photo a person is marked.
 *
 * <p><b>Units and range:</b> relative to the upright image, 0..1, origin top left; width and height are positive and
 * the box lies within the image.
 */
public record Box(double x, double y, double width, double height) {
    private static final double SLACK = 1e-9;

    public Box {
        boolean inside = x >= 0 && y >= 0 && x + width <= 1 + SLACK && y + height <= 1 + SLACK;
        if (!inside || !(width > 0) || !(height > 0)) {
            throw new IllegalArgumentException("a box lies within the image, as fractions between 0 and 1");
        }
    }
}
