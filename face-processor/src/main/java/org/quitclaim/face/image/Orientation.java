package org.quitclaim.face.image;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How stored pixels have to be turned to stand upright.
 *
 * <p><b>Source</b>: EXIF 3.0, tag 0x0112, values 1 to 8. An absent or impossible value means upright.
 *
 * @param isTransposed rows and columns change places first
 * @param isMirrored then left and right change places
 * @param isFlipped and top and bottom
 */
record Orientation(boolean isTransposed, boolean isMirrored, boolean isFlipped) {

    static final Orientation UPRIGHT = new Orientation(false, false, false);

    static Orientation ofExif(int value) {
        return switch (value) {
            case 2 -> new Orientation(false, true, false);
            case 3 -> new Orientation(false, true, true);
            case 4 -> new Orientation(false, false, true);
            case 5 -> new Orientation(true, false, false);
            case 6 -> new Orientation(true, true, false);
            case 7 -> new Orientation(true, true, true);
            case 8 -> new Orientation(true, false, true);
            default -> UPRIGHT;
        };
    }

    /** The number that says this. */
    int exif() {
        return IntStream.rangeClosed(1, 8)
                .filter(value -> ofExif(value).equals(this))
                .findFirst()
                .orElseThrow();
    }

    static Orientation in(PhotoFormat format, byte[] file) {
        return ExifBlocks.in(format, file).stream()
                .map(ExifOrientation::in)
                .flatMapToInt(OptionalInt::stream)
                .mapToObj(Orientation::ofExif)
                .findFirst()
                .orElse(UPRIGHT);
    }

    UprightImage apply(UprightImage stored) {
        if (equals(UPRIGHT)) {
            return stored;
        }
        int width = isTransposed ? stored.height() : stored.width();
        int height = isTransposed ? stored.width() : stored.height();
        byte[] source = stored.rgb();
        byte[] target = new byte[source.length];
        int t = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int across = isMirrored ? width - 1 - x : x;
                int down = isFlipped ? height - 1 - y : y;
                int s = UprightImage.BYTES_PER_PIXEL
                        * (isTransposed ? across * stored.width() + down : down * stored.width() + across);
                target[t++] = source[s];
                target[t++] = source[s + 1];
                target[t++] = source[s + 2];
            }
        }
        return new UprightImage(width, height, target);
    }
}
