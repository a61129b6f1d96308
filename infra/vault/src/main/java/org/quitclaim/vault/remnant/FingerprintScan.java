package org.quitclaim.vault.remnant;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quitclaim.vault.Fingerprint;

/**
 * Looks for many fingerprints at once, at every offset of a run of bytes.
 *
 * <p>One multiplication and one look into a table of {@value #FILTER_BITS} bits per byte; whatever passes is compared by
 * anchor and then by digest, so that nothing is reported by chance.
 *
 * <p><b>Thread-safety:</b> one scan at a time.
 */
public final class FingerprintScan {
    private static final int CHUNK = 1 << 20;
    private static final int FILTER_BITS = 1 << 21;
    private static final int FILTER_SHIFT = Integer.SIZE - 21;

    private final long[] filter = new long[FILTER_BITS / Long.SIZE];
    private final Map<Integer, List<Fingerprint>> byAnchor = new HashMap<>();
    /** Of names of less than eight bytes, each of which costs a pass of its own. */
    private final int[] shortLengths;

    private final int longest;
    private long scanned;

    public FingerprintScan(Collection<Fingerprint> sought) {
        int most = Fingerprint.SHORTEST;
        for (Fingerprint one : sought) {
            int bit = one.anchor() >>> FILTER_SHIFT;
            filter[bit >>> 6] |= 1L << bit;
            byAnchor.computeIfAbsent(one.anchor(), any -> new ArrayList<>(1)).add(one);
            most = Math.max(most, one.length());
        }
        longest = most;
        shortLengths = sought.stream()
                .mapToInt(Fingerprint::length)
                .filter(length -> length < Fingerprint.SHORTEST)
                .distinct()
                .toArray();
    }

    /** How many bytes were looked at so far. */
    public long scanned() {
        return scanned;
    }

    /** What stands in these bytes. */
    public Set<Fingerprint> in(byte[] bytes) {
        Set<Fingerprint> found = new LinkedHashSet<>();
        look(bytes, bytes.length, found);
        scanned += bytes.length;
        return found;
    }

    /** What stands in the file; it may be written to meanwhile. The channel's position is left alone. */
    public Set<Fingerprint> in(FileChannel file) throws IOException {
        Set<Fingerprint> found = new LinkedHashSet<>();
        byte[] chunk = new byte[CHUNK];
        long start = 0;
        int length = fill(file, start, chunk);
        while (length > 0) {
            look(chunk, length, found);
            if (length < CHUNK) {
                scanned += length;
                return found;
            }
            int step = CHUNK - longest + 1;
            scanned += step;
            start += step;
            length = fill(file, start, chunk);
        }
        return found;
    }

    private void look(byte[] bytes, int end, Set<Fingerprint> found) {
        int last = end - Fingerprint.SHORTEST;
        for (int at = 0; at <= last; at++) {
            int anchor = Fingerprint.anchorAt(bytes, at);
            if (passes(anchor)) {
                compare(bytes, at, end, anchor, found);
            }
        }
        for (int length : shortLengths) {
            for (int at = 0; at <= end - length; at++) {
                int anchor = Fingerprint.anchorAt(bytes, at, length);
                if (passes(anchor)) {
                    compare(bytes, at, end, anchor, found);
                }
            }
        }
    }

    private boolean passes(int anchor) {
        int bit = anchor >>> FILTER_SHIFT;
        return (filter[bit >>> 6] & 1L << bit) != 0;
    }

    private void compare(byte[] bytes, int at, int end, int anchor, Set<Fingerprint> found) {
        for (Fingerprint one : byAnchor.getOrDefault(anchor, List.of())) {
            if (!found.contains(one) && one.standsAt(bytes, at, end)) {
                found.add(one);
            }
        }
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
