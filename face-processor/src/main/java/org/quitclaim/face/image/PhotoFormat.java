package org.quitclaim.face.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What the first bytes of a file say that it is. */
enum PhotoFormat {
    JPEG,
    PNG,
    WEBP,
    OTHER_IMAGE,
    NO_IMAGE;

    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;

    static PhotoFormat of(byte[] file) {
        if (has(file, 0, "\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (has(file, 0, "\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (has(file, 0, "RIFF") && has(file, 8, "WEBP")) {
            return isLossless(file) ? OTHER_IMAGE : WEBP;
        }
        return isOtherImage(file) ? OTHER_IMAGE : NO_IMAGE;
    }

    /**
     * Whether a part of a WebP is compressed without loss, the transparency included. Its decoder makes tables for as many
     * codes as the file announces: three changed bytes in a sample of some hundred kept it busy for minutes.
     */
    private static boolean isLossless(byte[] file) {
        ByteBuffer chunks = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long at = RIFF_HEADER;
        while (at + CHUNK_HEADER < file.length) {
            int chunk = (int) at;
            if (has(file, chunk, "VP8L") || has(file, chunk, "ALPH") && file[chunk + CHUNK_HEADER] % 4 != 0) {
                return true;
            }
            long length = Integer.toUnsignedLong(chunks.getInt(chunk + 4));
            at += CHUNK_HEADER + length + (length & 1);
        }
        return false;
    }

    /** GIF, TIFF (and camera raw based on it), BMP, HEIF and AVIF, JPEG 2000, JPEG XL, Photoshop; see also {@link #isLossless}. */
    private static boolean isOtherImage(byte[] file) {
        return has(file, 0, "GIF8")
                || has(file, 0, "II*\0")
                || has(file, 0, "MM\0*")
                || has(file, 0, "BM") && has(file, 6, "\0\0\0\0")
                || has(file, 4, "ftyp")
                || has(file, 4, "jP  ")
                || has(file, 4, "JXL ")
                || has(file, 0, "\u00ff\n")
                || has(file, 0, "8BPS");
    }

    private static boolean has(byte[] file, int offset, String latin1) {
        byte[] expected = latin1.getBytes(StandardCharsets.ISO_8859_1);
        if (file.length < offset + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (file[offset + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
