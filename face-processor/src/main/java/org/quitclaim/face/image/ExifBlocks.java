package org.quitclaim.face.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the EXIF blocks of a file by walking over its segments or chunks.
 *
 * <p><b>Guarantees</b>: nothing is copied, nothing is unpacked and nothing but EXIF is looked at: a compressed text of a
 * megabyte can hold a gigabyte.
 *
 * <p><b>Shape</b>: what is found begins with the TIFF header.
 *
 * <p><b>Source</b>: EXIF 3.0 section 4.7.2 (JPEG), W3C PNG section 11.3.3.4, RFC 9649 section 2.7.1.5 (WebP).
 */
final class ExifBlocks {

    private static final byte[] JPEG_PREFIX = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int MARKER = 0xFF;
    private static final int APPLICATION_1 = 0xE1;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int PNG_SIGNATURE = 8;
    private static final int PNG_EXIF = 0x65584966;
    private static final int PNG_CHECKSUM = 4;
    private static final int RIFF_HEADER = 12;
    private static final int WEBP_EXIF = 0x46495845;
    private static final int CHUNK_HEADER = 8;

    private ExifBlocks() {}

    static List<ByteBuffer> in(PhotoFormat format, byte[] file) {
        return switch (format) {
            case JPEG -> inJpeg(ByteBuffer.wrap(file));
            case PNG -> inPng(ByteBuffer.wrap(file));
            case WEBP, LOSSLESS_WEBP -> inWebp(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN));
            case TIFF -> List.of(ByteBuffer.wrap(file));
            // the container turns the picture itself, and says that EXIF does not
            case HEIC, AVIF, UNREAD -> List.of();
        };
    }

    private static List<ByteBuffer> inJpeg(ByteBuffer file) {
        List<ByteBuffer> found = new ArrayList<>();
        int at = 2;
        while (at + 4 <= file.limit() && (file.get(at) & 0xFF) == MARKER) {
            int code = file.get(at + 1) & 0xFF;
            if (code == START_OF_SCAN || code == END_OF_IMAGE) {
                return found;
            }
            if (code == MARKER) {
                at++; // a fill byte
                continue;
            }
            int length = file.getShort(at + 2) & 0xFFFF;
            if (code == APPLICATION_1 && hasPrefix(file, at + 4, length - 2)) {
                add(found, file, at + 4L + JPEG_PREFIX.length, length - 2L - JPEG_PREFIX.length);
            }
            at += 2 + Math.max(2, length);
        }
        return found;
    }

    private static List<ByteBuffer> inPng(ByteBuffer file) {
        List<ByteBuffer> found = new ArrayList<>();
        long at = PNG_SIGNATURE;
        while (at + CHUNK_HEADER <= file.limit()) {
            long length = Integer.toUnsignedLong(file.getInt((int) at));
            if (file.getInt((int) at + 4) == PNG_EXIF) {
                add(found, file, at + CHUNK_HEADER, length);
            }
            at += CHUNK_HEADER + length + PNG_CHECKSUM;
        }
        return found;
    }

    private static List<ByteBuffer> inWebp(ByteBuffer file) {
        List<ByteBuffer> found = new ArrayList<>();
        long at = RIFF_HEADER;
        while (at + CHUNK_HEADER <= file.limit()) {
            long length = Integer.toUnsignedLong(file.getInt((int) at + 4));
            if (file.getInt((int) at) == WEBP_EXIF) {
                // some writers put the prefix of a JPEG in front
                int skipped = hasPrefix(file, (int) at + CHUNK_HEADER, length) ? JPEG_PREFIX.length : 0;
                add(found, file, at + CHUNK_HEADER + skipped, length - skipped);
            }
            at += CHUNK_HEADER + length + (length & 1);
        }
        return found;
    }

    private static boolean hasPrefix(ByteBuffer file, int at, long length) {
        return length >= JPEG_PREFIX.length
                && at + JPEG_PREFIX.length <= file.limit()
                && file.slice(at, JPEG_PREFIX.length).equals(ByteBuffer.wrap(JPEG_PREFIX));
    }

    private static void add(List<ByteBuffer> found, ByteBuffer file, long at, long length) {
        if (at + length <= file.limit()) {
            found.add(file.slice((int) at, (int) length));
        }
    }
}
