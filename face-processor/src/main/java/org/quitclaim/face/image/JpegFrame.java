package org.quitclaim.face.image;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What the first frame header of a JPEG says.
 *
 * <p><b>Source</b>: ITU-T T.81, section B.2.2; ITU-T T.87, section C.2.2.
 *
 * @param code the second byte of its marker, which says how it is coded
 * @param bits of one channel of one pixel
 */
record JpegFrame(int code, int bits, int width, int height, int channels) {
    static final int PROGRESSIVE = 0xC2;
    static final int LOSSLESS = 0xC3;

    private static final int MARKER = 0xFF;
    private static final int FIRST_FRAME = 0xC0;
    private static final int LAST_FRAME = 0xCF;
    private static final int HUFFMAN_TABLES = 0xC4;
    private static final int JPEG_EXTENSION = 0xC8;
    private static final int ARITHMETIC_CODING = 0xCC;
    private static final int JPEG_LS = 0xF7;
    private static final int FIRST_HIERARCHICAL = 0xC5;
    private static final int LAST_HIERARCHICAL = 0xC7;
    private static final int CHANNELS_AT = 9;

    static Optional<JpegFrame> in(ByteBuffer file) {
        int at = 2;
        while (at + CHANNELS_AT < file.limit()) {
            int code = file.get(at + 1) & 0xFF;
            if ((file.get(at) & 0xFF) != MARKER || code == MARKER) {
                at++;
            } else if (isFrame(code)) {
                return Optional.of(new JpegFrame(
                        code,
                        file.get(at + 4),
                        file.getShort(at + 7) & 0xFFFF,
                        file.getShort(at + 5) & 0xFFFF,
                        file.get(at + CHANNELS_AT)));
            } else {
                at += 2 + Math.max(2, file.getShort(at + 2) & 0xFFFF);
            }
        }
        return Optional.empty();
    }

    static boolean isFrame(int code) {
        return code == JPEG_LS
                || code >= FIRST_FRAME
                        && code <= LAST_FRAME
                        && code != HUFFMAN_TABLES
                        && code != JPEG_EXTENSION
                        && code != ARITHMETIC_CODING;
    }

    /** What kind of JPEG it is, the same in every language; empty for those that are read. */
    Optional<String> unread() {
        if (code == JPEG_LS) {
            return Optional.of("JPEG-LS");
        }
        if (code > JPEG_EXTENSION) {
            return Optional.of("JPEG (arithmetic)");
        }
        if (code >= FIRST_HIERARCHICAL && code <= LAST_HIERARCHICAL) {
            return Optional.of("JPEG (hierarchical)");
        }
        return code == LOSSLESS || bits == Byte.SIZE ? Optional.empty() : Optional.of("JPEG (" + bits + " bits)");
    }
}
