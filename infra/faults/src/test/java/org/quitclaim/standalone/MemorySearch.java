package org.quitclaim.standalone;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Searches a heap dump or the memory of a process for bytes that are known, and for keys that are not: the words of an
 * AES key schedule follow from the eight (AES-128: four) before them, whatever the key.
 *
 * <p><b>Shape:</b> schedules at any offset, as big-endian or little-endian words.
 */
final class MemorySearch {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] NONE = new byte[0];
    private static final int CHUNK = 8 << 20;
    private static final int OVERLAP = 4096;
    private static final int WORD = 4;
    private static final int ROUND_WORDS_SHOWN = 4;

    private final Map<String, byte[]> needles = new LinkedHashMap<>();
    private final List<List<String>> byBeginning = new ArrayList<>();
    private final Set<String> found = new TreeSet<>();
    private final Map<String, byte[]> keys = new LinkedHashMap<>();

    MemorySearch() {
        for (int i = 0; i < 1 << 12; i++) {
            byBeginning.add(List.of());
        }
    }

    /** At least eight bytes. */
    MemorySearch lookFor(String name, byte[] bytes) {
        needles.put(name, bytes);
        int slot = slot((long) LONG.get(bytes, 0));
        List<String> names = new ArrayList<>(byBeginning.get(slot));
        names.add(name);
        byBeginning.set(slot, names);
        return this;
    }

    /** The names of what was looked for and is there. */
    Set<String> found() {
        return found;
    }

    /** The keys whose schedules are there (32 or 16 bytes), and what is held as an array as long as a key. */
    List<byte[]> keys() {
        return List.copyOf(keys.values());
    }

    MemorySearch in(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            return in(bytes, 0, bytes.length());
        }
    }

    /** A range of it; what cannot be read is not there. */
    MemorySearch in(RandomAccessFile memory, long from, long to) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (long at = from; at < to; at += CHUNK - OVERLAP) {
            int length = read(memory, at, chunk, (int) Math.min(CHUNK, to - at));
            Arrays.fill(chunk, length, chunk.length, (byte) 0);
            search(chunk, length);
            if (to - at <= CHUNK) {
                break;
            }
        }
        return this;
    }

    private static int read(RandomAccessFile memory, long at, byte[] chunk, int wanted) {
        int length = 0;
        try {
            memory.seek(at);
            for (int read = 0; length < wanted && read >= 0; length += Math.max(read, 0)) {
                read = memory.read(chunk, length, wanted - length);
            }
        } catch (IOException notReadable) {
            return length;
        }
        return length;
    }

    private void search(byte[] chunk, int length) {
        int last = Math.min(length, chunk.length - 64);
        for (int at = 0; at < last; at++) {
            long here = (long) LONG.get(chunk, at);
            if (here == 0) {
                continue;
            }
            keyInArray(chunk, at);
            List<String> names = byBeginning.get(slot(here));
            if (!names.isEmpty()) {
                note(names, chunk, at);
            }
            // w[9], w[10] = w[1], w[2] ^ w[8], w[9], in either order of bytes
            if ((long) LONG.get(chunk, at + 36) == ((long) LONG.get(chunk, at + 4) ^ (long) LONG.get(chunk, at + 32))) {
                schedule(chunk, at, 8);
            }
            if ((long) LONG.get(chunk, at + 20) == ((long) LONG.get(chunk, at + 4) ^ (long) LONG.get(chunk, at + 16))) {
                schedule(chunk, at, 4);
            }
        }
    }

    private void note(List<String> names, byte[] chunk, int at) {
        for (String name : names) {
            byte[] needle = needles.getOrDefault(name, NONE);
            if (needle.length > 0
                    && at + needle.length <= chunk.length
                    && Arrays.equals(needle, 0, needle.length, chunk, at, at + needle.length)) {
                found.add(name);
            }
        }
    }

    /** An array of bytes in a heap dump that is as long as a key, or as two: tag, id, serial, length, type, content. */
    private void keyInArray(byte[] chunk, int at) {
        if (chunk[at] == 0x23 && chunk[at + 17] == 8 && at + 18 + 64 <= chunk.length) {
            int length = ByteBuffer.wrap(chunk).getInt(at + 13);
            for (int part = 0; part < length && (length == 32 || length == 64); part += 32) {
                byte[] key = Arrays.copyOfRange(chunk, at + 18 + part, at + 18 + part + 32);
                keys.put(HexFormat.of().formatHex(key), key);
            }
        }
    }

    private void schedule(byte[] chunk, int at, int keyWords) {
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            int[] words = new int[keyWords + ROUND_WORDS_SHOWN];
            ByteBuffer.wrap(chunk, at, words.length * WORD)
                    .order(order)
                    .asIntBuffer()
                    .get(words);
            int next = words[0] ^ AesWords.substituted(Integer.rotateLeft(words[keyWords - 1], 8)) ^ 0x01000000;
            if (words[keyWords] == next) {
                byte[] key = new byte[keyWords * WORD];
                ByteBuffer.wrap(key).asIntBuffer().put(words, 0, keyWords);
                keys.put(HexFormat.of().formatHex(key), key);
            }
        }
    }

    private static int slot(long beginning) {
        return (int) (beginning * 0x9E3779B97F4A7C15L >>> 52);
    }
}
