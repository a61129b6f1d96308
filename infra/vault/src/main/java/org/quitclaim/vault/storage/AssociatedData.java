package org.quitclaim.vault.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.RecordKind;

/**
 * The context that a ciphertext is bound to; it opens only where it was sealed.
 *
 * <p><b>Shape:</b> fields in order, each as 4 bytes of length (big-endian) and its bytes, so that different lists of
 * fields never have the same form:
 *
 * <ul>
 *   <li>a record: {@code quitclaim-record-1}, installation, owner, scope code, generation (4 bytes), record id, kind
 *   <li>a wrapped key: {@code quitclaim-key-1}, owner, scope code, generation (4 bytes), epoch (4 bytes)
 *   <li>a wrapped secret: {@code quitclaim-secret-1}, installation, name, epoch (4 bytes)
 * </ul>
 */
public final class AssociatedData {
    private AssociatedData() {}

    public static byte[] ofRecord(InstallationId installation, KeyRef key, RecordId id, RecordKind kind) {
        return fields(
                text("quitclaim-record-1"),
                text(installation.value()),
                text(key.owner().value()),
                scope(key),
                generation(key),
                text(id.value()),
                text(kind.code()));
    }

    public static byte[] ofWrappedKey(KeyRef key, Epoch epoch) {
        return fields(
                text("quitclaim-key-1"),
                text(key.owner().value()),
                scope(key),
                generation(key),
                number(epoch.number()));
    }

    public static byte[] ofWrappedSecret(InstallationId installation, String name, Epoch epoch) {
        return fields(text("quitclaim-secret-1"), text(installation.value()), text(name), number(epoch.number()));
    }

    public static byte[] fields(byte[]... fields) {
        int length = Arrays.stream(fields)
                .mapToInt(field -> Integer.BYTES + field.length)
                .sum();
        ByteBuffer form = ByteBuffer.allocate(length);
        for (byte[] field : fields) {
            form.putInt(field.length).put(field);
        }
        return form.array();
    }

    public static byte[] text(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] scope(KeyRef key) {
        return new byte[] {KeyRefForm.code(key.scope())};
    }

    private static byte[] generation(KeyRef key) {
        return number(key.generation().number());
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }
}
