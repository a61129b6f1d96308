package org.quitclaim.vault.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.KeyOwner;
import org.quitclaim.vault.KeyRef;

/**
 * The stored form of a {@link KeyRef}.
 *
 * <p><b>Shape:</b> {@value #LENGTH} bytes:
 *
 * <ul>
 *   <li>30 bytes: owner, ASCII
 *   <li>1 byte: scope code (1 IDENTITY, 2 RECOGNITION, 3 EVIDENCE, 4 PHOTO, 5 STAFF, 6 EDITORIAL)
 *   <li>4 bytes: generation, unsigned, big-endian, so that byte order is the order of generations
 * </ul>
 */
public final class KeyRefForm {
    public static final int LENGTH = KeyOwner.LENGTH + 1 + Integer.BYTES;

    private KeyRefForm() {}

    public static byte[] encode(KeyRef key) {
        return ByteBuffer.allocate(LENGTH)
                .put(ownerAndScope(key.owner(), key.scope()))
                .putInt(key.generation().number())
                .array();
    }

    /** What all generations of one owner and scope begin with. */
    public static byte[] ownerAndScope(KeyOwner owner, KeyScope scope) {
        return ByteBuffer.allocate(KeyOwner.LENGTH + 1)
                .put(owner.value().getBytes(StandardCharsets.US_ASCII))
                .put(code(scope))
                .array();
    }

    public static KeyRef decode(byte[] form) {
        ByteBuffer buffer = ByteBuffer.wrap(form);
        byte[] owner = new byte[KeyOwner.LENGTH];
        buffer.get(owner);
        KeyScope scope = scope(buffer.get());
        return new KeyRef(
                new KeyOwner(new String(owner, StandardCharsets.US_ASCII)), scope, new KeyGeneration(buffer.getInt()));
    }

    /** As {@link #decode}; empty if no ref has this form. */
    public static Optional<KeyRef> read(byte[] form) {
        try {
            return form.length == LENGTH ? Optional.of(decode(form)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The stable code of a scope; never reuse one. */
    public static byte code(KeyScope scope) {
        return switch (scope) {
            case IDENTITY -> 1;
            case RECOGNITION -> 2;
            case EVIDENCE -> 3;
            case PHOTO -> 4;
            case STAFF -> 5;
            case EDITORIAL -> 6;
        };
    }

    private static KeyScope scope(byte code) {
        for (KeyScope scope : KeyScope.values()) {
            if (code(scope) == code) {
                return scope;
            }
        }
        throw new IllegalArgumentException("unknown scope code " + code);
    }
}
