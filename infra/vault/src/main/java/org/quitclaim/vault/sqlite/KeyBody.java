package org.quitclaim.vault.sqlite;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
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
 *
 * <p>In state 0 all is zeros. Anything else is damage.
 */
final class KeyBody {
    static final int LENGTH = 1 + Long.BYTES + Integer.BYTES + WrappedKey.LENGTH;
    /** Where the epoch begins, as SQL counts: from 1. */
    static final int EPOCH_AT = 1 + Long.BYTES + 1;

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
        return isZero(body);
    }

    /** Neither destroyed nor never made. */
    static boolean isLiving(byte[] body) {
        return !isVacant(body) && body[0] != code(KeyState.DESTROYED);
    }

    /**
     * The key in this row; empty if it never was. A row that nobody wrote like this is a DAMAGED key.
     *
     * @param ordered whether somebody ordered it destroyed; without an order no key is, and with one none lives
     */
    static Optional<StoredKey> read(KeyRef ref, byte[] body, boolean ordered) {
        if (isVacant(body)) {
            return Optional.empty();
        }
        WrappedKey wrapped = wrapped(body);
        return Optional.of(new StoredKey(
                ref,
                state(body, isZero(wrapped.bytes()), ordered),
                Instant.ofEpochMilli(ByteBuffer.wrap(body).getLong(1)),
                wrapped));
    }

    /** As it stands; of an epoch that there never is, the first one's. */
    static WrappedKey wrapped(byte[] body) {
        int epoch = ByteBuffer.wrap(body).getInt(EPOCH_AT - 1);
        byte[] wrapped = Arrays.copyOfRange(body, LENGTH - WrappedKey.LENGTH, LENGTH);
        return new WrappedKey(epoch < Epoch.FIRST.number() ? Epoch.FIRST : new Epoch(epoch), wrapped);
    }

    private static KeyState state(byte[] body, boolean emptied, boolean ordered) {
        boolean epochIs = ByteBuffer.wrap(body).getInt(EPOCH_AT - 1) >= Epoch.FIRST.number();
        return switch (body[0]) {
            case 1 -> epochIs && !ordered ? KeyState.ACTIVE : KeyState.DAMAGED;
            case 2 -> epochIs && !ordered ? KeyState.SUSPENDED : KeyState.DAMAGED;
            case 3 -> emptied && ordered ? KeyState.DESTROYED : KeyState.DAMAGED;
            default -> KeyState.DAMAGED;
        };
    }

    private static boolean isZero(byte[] bytes) {
        for (byte each : bytes) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    private static byte code(KeyState state) {
        return switch (state) {
            case ACTIVE -> 1;
            case SUSPENDED -> 2;
            case DESTROYED -> 3;
            case DAMAGED -> throw new IllegalArgumentException("a damaged key is never written");
        };
    }
}
