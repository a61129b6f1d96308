package org.quitclaim.vault.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.List;

/**
 * Looks for byte sequences in a file.
 *
 * <p><b>Source:</b> R. N. Horspool, "Practical fast searching in strings", 1980.
 */
final class ByteSearch {
    private static final int CHUNK = 1 << 20;

    private ByteSearch() {}

    /** Whether any of the needles, each of at most 4 KiB, stands in the file. The channel's position is left alone. */
    static boolean anyIn(FileChannel file, List<byte[]> needles) throws IOException {
        int overlap =
                needles.stream().mapToInt(needle -> needle.length - 1).max().orElse(0);
        byte[] chunk = new byte[CHUNK];
        long start = 0;
        int length = fill(file, start, chunk);
        while (length > 0) {
            for (byte[] needle : needles) {
                if (contains(chunk, length, needle)) {
                    return true;
                }
            }
            if (length < CHUNK) {
                return false;
            }
            start += CHUNK - overlap;
            length = fill(file, start, chunk);
        }
        return false;
    }

    static boolean contains(byte[] haystack, int length, byte[] needle) {
        int[] shifts = shifts(needle);
        int last = needle.length - 1;
        int at = 0;
        while (at + last < length) {
            if (Arrays.equals(haystack, at, at + needle.length, needle, 0, needle.length)) {
                return true;
            }
            at += shifts[haystack[at + last] & 0xff];
        }
        return false;
    }

    private static int[] shifts(byte[] needle) {
        int[] shifts = new int[256];
        Arrays.fill(shifts, needle.length);
        for (int i = 0; i < needle.length - 1; i++) {
            shifts[needle[i] & 0xff] = needle.length - 1 - i;
        }
        return shifts;
    }

    private static int fill(FileChannel file, long position, byte[] chunk) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(chunk);
        int read = file.read(buffer, position);
        while (read > 0 && buffer.hasRemaining()) {
            read = file.read(buffer, position + buffer.position());
        }
        return buffer.position();
    }
}
