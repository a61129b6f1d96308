package org.quitclaim.face.image;

import java.nio.ByteBuffer;

/**
 * What one pixel of a kind of picture takes in memory, from decoding it until it is encoded again, and how many there may
 * be.
 *
 * <p><b>Source</b>: the smallest heap in which a picture of each kind was read and turned, at 1 and 5 megapixels (JDK 25,
 * TwelveMonkeys 3.12.0): RGB JPEG 6 bytes a pixel, CMYK JPEG 7, PNG with transparency 7, with 16 bits and transparency 11,
 * lossy WebP 23 and with transparency 27. The rest is for the file that is written of it. The most pixels of each kind are
 * those that the launcher's heap of 1 GiB holds when nothing else is worked on.
 */
enum PixelCost {
    PLAIN(9, 100_000_000),
    /**
     * Four channels or sixteen bits, decoded as such before they become red, green and blue; or what another program decoded,
     * which is here as its answer and as pixels.
     */
    HEAVY(14, 50_000_000),
    /** The decoder of lossy WebP keeps every block of the picture as an object. */
    WEBP(28, 20_000_000);

    private static final int PNG_DEPTH = 24;
    private static final int PNG_COLOUR_TYPE = 25;
    private static final int WITH_ALPHA = 4;

    final long maxPixels;
    private final int bytesPerPixel;

    PixelCost(int bytesPerPixel, long maxPixels) {
        this.bytesPerPixel = bytesPerPixel;
        this.maxPixels = maxPixels;
    }

    long bytes(long pixels) {
        return pixels * bytesPerPixel;
    }

    static PixelCost of(PhotoFormat format, byte[] file) {
        return switch (format) {
            case JPEG ->
                JpegFrame.in(ByteBuffer.wrap(file))
                                .filter(frame -> frame.channels() > 3)
                                .isPresent()
                        ? HEAVY
                        : PLAIN;
            case PNG -> ofPng(file);
            case WEBP -> WEBP;
            case LOSSLESS_WEBP, HEIC, AVIF, TIFF -> HEAVY;
            case UNREAD -> PLAIN;
        };
    }

    private static PixelCost ofPng(byte[] file) {
        boolean isHeavy = file.length > PNG_COLOUR_TYPE
                && (file[PNG_DEPTH] > Byte.SIZE || (file[PNG_COLOUR_TYPE] & WITH_ALPHA) != 0);
        return isHeavy ? HEAVY : PLAIN;
    }
}
