package org.quitclaim.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A digest for each position from one on, so that what is wrong at one hides nothing at another.
 *
 * <p><b>Shape:</b> {@link EventDigest}s; all zero where no event is.
 *
 * <p><b>Thread-safety:</b> none.
 */
final class RowDigests {
    static final int BYTES = EventDigest.BYTES;
    private static final byte[] NOTHING = new byte[BYTES];
    private static final int TEXTS = 8;
    private static final int START = 64;

    private final long before;
    private byte[] bytes = new byte[START * BYTES];
    private int used;

    /** @param before the position before the first one */
    RowDigests(long before) {
        this.before = before;
    }

    /** The last position of which it knows. */
    long last() {
        return before + used / BYTES;
    }

    long before() {
        return before;
    }

    /** What is skipped holds no event. */
    void put(long position, byte[] digest) {
        int at = Math.multiplyExact(Math.toIntExact(position - before - 1), BYTES);
        if (at + BYTES > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(at + BYTES, bytes.length * 2));
        }
        System.arraycopy(digest, 0, bytes, at, BYTES);
        used = Math.max(used, at + BYTES);
    }

    /** @param after the position before the first of these */
    void append(long after, byte[] digests) {
        for (int at = 0; at + BYTES <= digests.length; at += BYTES) {
            put(after + at / BYTES + 1, Arrays.copyOfRange(digests, at, at + BYTES));
        }
    }

    boolean knows(long position) {
        return position > before && position <= last();
    }

    boolean eventAmong(long first, long last) {
        for (long position = first; position <= last; position++) {
            if (knows(position) && !is(position, NOTHING)) {
                return true;
            }
        }
        return false;
    }

    boolean is(long position, byte[] digest) {
        int at = (int) (position - before - 1) * BYTES;
        return Arrays.equals(bytes, at, at + BYTES, digest, 0, BYTES);
    }

    byte[] between(long first, long last) {
        return Arrays.copyOfRange(bytes, (int) (first - before - 1) * BYTES, (int) (last - before) * BYTES);
    }

    /** 16 hexadecimal digits for all that is there now between two positions. */
    String content(long first, long last) {
        return HexFormat.of().formatHex(EventDigest.sha256().digest(between(first, last)), 0, Long.BYTES);
    }

    /** @param row position, event_id, stream_id, sequence, stream_type, recorded_at, event_type, event_revision, payload, metadata */
    static byte[] of(ResultSet row) throws SQLException {
        List<String> texts = new ArrayList<>(TEXTS);
        for (int column = 1; column <= TEXTS; column++) {
            texts.add(String.valueOf(row.getString(column)));
        }
        return EventDigest.of(texts, bytes(row, TEXTS + 1), bytes(row, TEXTS + 2));
    }

    /** A column that was emptied is another one, and nothing to fail at. */
    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? NOTHING : bytes;
    }
}
