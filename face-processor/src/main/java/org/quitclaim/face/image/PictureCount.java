package org.quitclaim.face.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How many pictures a file holds, of which the one that viewers show first is taken.
 *
 * <p><b>Source</b>: CIPA DC-007 (MPO), the acTL chunk of PNG, RFC 9649 section 2.7 (WebP), TIFF 6.0 section 2, ISO/IEC
 * 23008-12.
 */
final class PictureCount {
    private static final int PNG_SIGNATURE = 8;
    private static final int CHUNK_FRAME = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int ANIMATION = 0x6163544C;
    private static final byte[] MULTI_PICTURE = "MPF\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int START_OF_SCAN = 0xDA;
    private static final int APPLICATION_2 = 0xE2;
    private static final int NUMBER_OF_IMAGES = 0xB001;
    private static final int ENTRY = 12;

    private PictureCount() {}

    static int of(PhotoFormat format, byte[] file) {
        return switch (format) {
            case JPEG -> inJpeg(ByteBuffer.wrap(file));
            case PNG -> inPng(ByteBuffer.wrap(file));
            case WEBP, LOSSLESS_WEBP -> StillWebp.of(file).pictures();
            case TIFF -> TiffFile.pictures(file);
            // the picture that stands by itself is usually the first of those that follow on each other
            case HEIC, AVIF ->
                Math.max(HeifFile.of(file).map(HeifFile::pictures).orElse(1), HeifTracks.pictures(file));
            case UNREAD -> 1;
        };
    }

    /** An animation of which the picture that viewers show first may be no part. */
    private static int inPng(ByteBuffer file) {
        long at = PNG_SIGNATURE;
        while (at + CHUNK_FRAME <= file.limit()) {
            if (file.getInt((int) at + 4) == ANIMATION) {
                return Math.max(1, file.getInt((int) at + CHUNK_HEADER));
            }
            at += CHUNK_FRAME + Integer.toUnsignedLong(file.getInt((int) at));
        }
        return 1;
    }

    private static int inJpeg(ByteBuffer file) {
        int at = 2;
        while (at + 4 <= file.limit() && (file.get(at) & 0xFF) == 0xFF) {
            int code = file.get(at + 1) & 0xFF;
            int length = file.getShort(at + 2) & 0xFFFF;
            if (code == START_OF_SCAN) {
                return 1;
            }
            int start = at + 4;
            if (code == APPLICATION_2
                    && at + 2 + length <= file.limit()
                    && length > MULTI_PICTURE.length + 2
                    && file.slice(start, MULTI_PICTURE.length).equals(ByteBuffer.wrap(MULTI_PICTURE))) {
                return indexed(file.slice(start + MULTI_PICTURE.length, length - 2 - MULTI_PICTURE.length));
            }
            at += 2 + Math.max(2, length);
        }
        return 1;
    }

    private static int indexed(ByteBuffer tiff) {
        if (tiff.limit() < 8) {
            return 1;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = Integer.toUnsignedLong(tiff.getInt(4));
        int entries = directory + 2 <= tiff.limit() ? tiff.getShort((int) directory) & 0xFFFF : 0;
        for (int i = 0; i < entries; i++) {
            long at = directory + 2 + (long) i * ENTRY;
            if (at + ENTRY <= tiff.limit() && (tiff.getShort((int) at) & 0xFFFF) == NUMBER_OF_IMAGES) {
                return Math.max(1, tiff.getInt((int) at + 8));
            }
        }
        return 1;
    }
}
