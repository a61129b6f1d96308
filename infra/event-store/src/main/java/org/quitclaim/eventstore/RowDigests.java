package org.quitclaim.eventstore;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A digest for each position from one on, so that what is wrong at one hides nothing at another.
 *
 * <p><b>Shape:</b> the first 16 bytes of SHA-256 over the row's columns, each ended by a zero byte; all zero where no event
 * is.
 *
 * <p><b>Thread-safety:</b> none.
 */
final class RowDigests {
    static final int BYTES = 16;
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
        return HexFormat.of().formatHex(sha256().digest(between(first, last)), 0, Long.BYTES);
    }

    /** @param row position, event_id, stream_id, sequence, stream_type, recorded_at, event_type, event_revision, payload, metadata */
    static byte[] of(MessageDigest sha256, ResultSet row) throws SQLException {
        for (int column = 1; column <= TEXTS; column++) {
            sha256.update(String.valueOf(row.getString(column)).getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
        }
        update(sha256, row.getBytes(TEXTS + 1));
        update(sha256, row.getBytes(TEXTS + 2));
        return Arrays.copyOf(sha256.digest(), BYTES);
    }

    private static void update(MessageDigest sha256, byte[] bytes) {
        sha256.update(bytes);
        sha256.update((byte) 0);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
