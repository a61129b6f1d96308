package org.quitclaim.face.image;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What the first frame header of a JPEG says.
 *
 * <p><b>Source</b>: ITU-T T.81, section B.2.2.
 */
record JpegFrame(int width, int height, int channels) {
    private static final int MARKER = 0xFF;
    private static final int FIRST_FRAME = 0xC0;
    private static final int LAST_FRAME = 0xCF;
    private static final int HUFFMAN_TABLES = 0xC4;
    private static final int JPEG_EXTENSION = 0xC8;
    private static final int ARITHMETIC_CODING = 0xCC;
    private static final int CHANNELS_AT = 9;

    static Optional<JpegFrame> in(ByteBuffer file) {
        int at = 2;
        while (at + CHANNELS_AT < file.limit()) {
            int code = file.get(at + 1) & 0xFF;
            if ((file.get(at) & 0xFF) != MARKER || code == MARKER) {
                at++;
            } else if (isFrame(code)) {
                return Optional.of(new JpegFrame(
                        file.getShort(at + 7) & 0xFFFF, file.getShort(at + 5) & 0xFFFF, file.get(at + CHANNELS_AT)));
            } else {
                at += 2 + Math.max(2, file.getShort(at + 2) & 0xFFFF);
            }
        }
        return Optional.empty();
    }

    private static boolean isFrame(int code) {
        return code >= FIRST_FRAME
                && code <= LAST_FRAME
                && code != HUFFMAN_TABLES
                && code != JPEG_EXTENSION
                && code != ARITHMETIC_CODING;
    }
}
