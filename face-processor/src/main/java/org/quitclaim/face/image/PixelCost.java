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
    /** Four channels or sixteen bits, decoded as such before they become red, green and blue. */
    HEAVY(14, 50_000_000),
    /** The decoder of lossy WebP keeps every block of the picture as an object. */
    WEBP(28, 20_000_000);

    private static final int MARKER = 0xFF;
    private static final int FIRST_FRAME = 0xC0;
    private static final int LAST_FRAME = 0xCF;
    private static final int HUFFMAN_TABLES = 0xC4;
    private static final int JPEG_EXTENSION = 0xC8;
    private static final int ARITHMETIC_CODING = 0xCC;
    private static final int FRAME_COMPONENTS = 9;
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
            case JPEG -> ofJpeg(ByteBuffer.wrap(file));
            case PNG -> ofPng(file);
            case WEBP -> WEBP;
            case LOSSLESS_WEBP, UNREAD -> PLAIN;
        };
    }

    /** The first frame header says how many channels there are. */
    private static PixelCost ofJpeg(ByteBuffer file) {
        int at = 2;
        while (at + FRAME_COMPONENTS < file.limit()) {
            int code = file.get(at + 1) & 0xFF;
            if ((file.get(at) & 0xFF) != MARKER || code == MARKER) {
                at++;
            } else if (isFrame(code)) {
                return file.get(at + FRAME_COMPONENTS) > 3 ? HEAVY : PLAIN;
            } else {
                at += 2 + Math.max(2, file.getShort(at + 2) & 0xFFFF);
            }
        }
        return PLAIN;
    }

    private static boolean isFrame(int code) {
        return code >= FIRST_FRAME
                && code <= LAST_FRAME
                && code != HUFFMAN_TABLES
                && code != JPEG_EXTENSION
                && code != ARITHMETIC_CODING;
    }

    private static PixelCost ofPng(byte[] file) {
        boolean isHeavy = file.length > PNG_COLOUR_TYPE
                && (file[PNG_DEPTH] > Byte.SIZE || (file[PNG_COLOUR_TYPE] & WITH_ALPHA) != 0);
        return isHeavy ? HEAVY : PLAIN;
    }
}
