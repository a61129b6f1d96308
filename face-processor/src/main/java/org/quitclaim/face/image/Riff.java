package org.quitclaim.face.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The chunks of a WebP.
 *
 * <p><b>Guarantees</b>: a chunk that is returned lies within the file; nothing is copied.
 *
 * <p><b>Source</b>: RFC 9649 section 2.
 */
final class Riff {
    private static final int FILE_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int TYPE_BYTES = 4;

    private Riff() {}

    /** @param start of its content */
    record Chunk(String type, int start, int length) {
        /** Header and padding included; the padding of the last one may be missing. */
        byte[] bytes(byte[] file) {
            byte[] whole = new byte[CHUNK_HEADER + length + (length & 1)];
            System.arraycopy(file, start - CHUNK_HEADER, whole, 0, CHUNK_HEADER + length);
            return whole;
        }
    }

    static List<Chunk> chunks(byte[] file) {
        return chunks(file, FILE_HEADER, file.length);
    }

    static List<Chunk> chunks(byte[] file, int from, int to) {
        ByteBuffer data = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        List<Chunk> found = new ArrayList<>();
        long at = from;
        while (at + CHUNK_HEADER <= to) {
            long length = Integer.toUnsignedLong(data.getInt((int) at + TYPE_BYTES));
            if (at + CHUNK_HEADER + length > to) {
                return found;
            }
            String type = new String(file, (int) at, TYPE_BYTES, StandardCharsets.ISO_8859_1);
            found.add(new Chunk(type, (int) at + CHUNK_HEADER, (int) length));
            at += CHUNK_HEADER + length + (length & 1);
        }
        return found;
    }

    static Optional<Chunk> first(byte[] file, String type) {
        return chunks(file).stream().filter(chunk -> chunk.type().equals(type)).findFirst();
    }

    /** Three bytes, little-endian. */
    static int threeBytes(byte[] file, int at) {
        return file[at] & 0xFF | (file[at + 1] & 0xFF) << 8 | (file[at + 2] & 0xFF) << 16;
    }
}
