package org.quitclaim.vault.sqlite;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.storage.StoredKey;
import org.quitclaim.vault.storage.WrappedKey;

/**
 * What a row of {@code keys.db} holds beside the ref.
 *
 * <p><b>Shape:</b> {@value #LENGTH} bytes, always, so that a change overwrites the row where it stands and SQLite never
 * moves one:
 *
 * <ul>
 *   <li>1 byte: 0 never was, 1 ACTIVE, 2 SUSPENDED, 3 DESTROYED
 *   <li>8 bytes: created at, epoch milliseconds, big-endian
 *   <li>4 bytes: epoch, big-endian
 *   <li>97 bytes: wrapped key; zeros in states 0 and 3
 * </ul>
 */
final class KeyBody {
    static final int LENGTH = 1 + Long.BYTES + Integer.BYTES + WrappedKey.LENGTH;
    /** Where the epoch begins, as SQL counts: from 1. */
    static final int EPOCH_AT = 1 + Long.BYTES + 1;

    private static final byte NEVER_WAS = 0;

    private KeyBody() {}

    static byte[] of(StoredKey key) {
        return ByteBuffer.allocate(LENGTH)
                .put(code(key.state()))
                .putLong(key.createdAt().toEpochMilli())
                .putInt(key.wrapped().epoch().number())
                .put(key.wrapped().bytes())
                .array();
    }

    static byte[] destroyed(Instant at) {
        return ByteBuffer.allocate(LENGTH)
                .put(code(KeyState.DESTROYED))
                .putLong(at.toEpochMilli())
                .putInt(Epoch.FIRST.number())
                .array();
    }

    static byte[] vacant() {
        return new byte[LENGTH];
    }

    static boolean isVacant(byte[] body) {
        return body[0] == NEVER_WAS;
    }

    /** Neither destroyed nor never made. */
    static boolean isLiving(byte[] body) {
        return body[0] != NEVER_WAS && body[0] != code(KeyState.DESTROYED);
    }

    /** The key in this row; empty if it never was. */
    static Optional<StoredKey> read(KeyRef ref, byte[] body) {
        ByteBuffer buffer = ByteBuffer.wrap(body);
        if (isVacant(body)) {
            return Optional.empty();
        }
        byte state = buffer.get();
        Instant createdAt = Instant.ofEpochMilli(buffer.getLong());
        Epoch epoch = new Epoch(buffer.getInt());
        byte[] wrapped = new byte[WrappedKey.LENGTH];
        buffer.get(wrapped);
        return Optional.of(new StoredKey(ref, state(state), createdAt, new WrappedKey(epoch, wrapped)));
    }

    private static byte code(KeyState state) {
        return switch (state) {
            case ACTIVE -> 1;
            case SUSPENDED -> 2;
            case DESTROYED -> 3;
        };
    }

    private static KeyState state(byte code) {
        return switch (code) {
            case 1 -> KeyState.ACTIVE;
            case 2 -> KeyState.SUSPENDED;
            case 3 -> KeyState.DESTROYED;
            default -> throw new IllegalStateException("unknown key state " + code);
        };
    }
}
