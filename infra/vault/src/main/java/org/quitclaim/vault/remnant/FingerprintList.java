package org.quitclaim.vault.remnant;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.quitclaim.vault.Fingerprint;
import org.quitclaim.vault.Plaintext;

/**
 * The form in which fingerprints are sealed until they have been looked for.
 *
 * <p><b>Shape:</b> per fingerprint {@value #LENGTH} bytes, big-endian: kind (1), anchor (4), length (2), SHA-256 (32).
 */
public final class FingerprintList {
    private static final int DIGEST = 32;
    private static final int LENGTH = 1 + Integer.BYTES + Short.BYTES + DIGEST;

    private FingerprintList() {}

    public static Plaintext write(Collection<Fingerprint> all) {
        ByteBuffer form = ByteBuffer.allocate(all.size() * LENGTH);
        for (Fingerprint one : all) {
            form.put((byte) one.kind().ordinal())
                    .putInt(one.anchor())
                    .putShort((short) one.length())
                    .put(one.sha256());
        }
        return Plaintext.owning(form.array());
    }

    /** @throws java.nio.BufferUnderflowException if it is not such a list */
    public static List<Fingerprint> read(Plaintext list) {
        ByteBuffer form = ByteBuffer.wrap(list.bytes());
        List<Fingerprint> all = new ArrayList<>();
        while (form.hasRemaining()) {
            Fingerprint.Kind kind = Fingerprint.Kind.values()[form.get()];
            int anchor = form.getInt();
            int length = form.getShort();
            byte[] digest = new byte[DIGEST];
            form.get(digest);
            all.add(new Fingerprint(kind, anchor, length, digest));
        }
        return all;
    }
}
