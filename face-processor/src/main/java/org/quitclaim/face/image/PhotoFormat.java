package org.quitclaim.face.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What the first bytes of a file say that it is. */
enum PhotoFormat {
    JPEG,
    PNG,
    WEBP,
    /** Of which a part is compressed without loss; not read here. */
    LOSSLESS_WEBP,
    /** Everything else; {@link KnownFile} may tell what it is. */
    UNREAD;

    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;

    static PhotoFormat of(byte[] file) {
        if (Signature.has(file, 0, "\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (Signature.has(file, 0, "\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (Signature.has(file, 0, "RIFF") && Signature.has(file, 8, "WEBP")) {
            return isLossless(file) ? LOSSLESS_WEBP : WEBP;
        }
        return UNREAD;
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
            if (Signature.has(file, chunk, "VP8L")
                    || Signature.has(file, chunk, "ALPH") && file[chunk + CHUNK_HEADER] % 4 != 0) {
                return true;
            }
            long length = Integer.toUnsignedLong(chunks.getInt(chunk + 4));
            at += CHUNK_HEADER + length + (length & 1);
        }
        return false;
    }
}
