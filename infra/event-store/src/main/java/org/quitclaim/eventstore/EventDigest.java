package org.quitclaim.eventstore;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * What tells whether a row of the event file is as it was written.
 *
 * <p><b>Shape:</b> the first 16 bytes of SHA-256 over the row's columns, each ended by a zero byte. It finds what a disk, a
 * copy or a hand at the file did; whoever can write the file and knows this can make another.
 */
public final class EventDigest {
    static final int BYTES = 16;

    private EventDigest() {}

    /** @param texts position, event_id, stream_id, sequence, stream_type, recorded_at, event_type, event_revision */
    public static byte[] of(List<String> texts, byte[] payload, byte[] metadata) {
        MessageDigest sha256 = sha256();
        texts.forEach(text -> update(sha256, text.getBytes(StandardCharsets.UTF_8)));
        update(sha256, payload);
        update(sha256, metadata);
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
