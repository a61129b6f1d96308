package org.quitclaim.transparency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An entry of the log: a salted commitment, which says nothing once the salt is gone, and goes on being hashed.
 *
 * <p><b>Shape:</b> {@code qc-entry-1}, a byte for the kind, 32 bytes of HMAC-SHA-256 with the salt as key over the content,
 * and how many labels of 16 bytes follow, two bytes, big end first. There are none yet. In a bundle each entry has its
 * length before it, two bytes, big end first.
 *
 * <p><b>Source:</b> C2SP tlog-tiles, for bundles.
 */
final class LogEntry {
    public static final int SALT_BYTES = 32;
    private static final byte[] FORM = "qc-entry-1".getBytes(StandardCharsets.US_ASCII);
    private static final byte EVENT = 1;
    private static final int COMMITMENT_BYTES = 32;
    private static final int BYTES = FORM.length + 1 + COMMITMENT_BYTES + Short.BYTES;
    private static final ThreadLocal<Mac> MAC = ThreadLocal.withInitial(LogEntry::mac);

    private LogEntry() {}

    /** @param content of {@link EventContent#bytes} */
    public static byte[] event(byte[] salt, byte[] content) {
        ByteBuffer entry = ByteBuffer.allocate(BYTES);
        entry.put(FORM).put(EVENT).put(commitment(salt, content)).putShort((short) 0);
        return entry.array();
    }

    private static byte[] commitment(byte[] salt, byte[] content) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("not a salt");
        }
        try {
            Mac mac = MAC.get();
            mac.init(new SecretKeySpec(salt, mac.getAlgorithm()));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a salt is a key", e);
        }
    }

    public static byte[] bundle(List<byte[]> entries) {
        ByteBuffer all = ByteBuffer.allocate(
                entries.stream().mapToInt(entry -> Short.BYTES + entry.length).sum());
        entries.forEach(entry -> all.putShort((short) entry.length).put(entry));
        return all.array();
    }

    /** Of a bundle that is none, as many as can be read. */
    public static List<byte[]> entries(byte[] bundle) {
        List<byte[]> entries = new ArrayList<>();
        int at = 0;
        while (at + Short.BYTES <= bundle.length) {
            int length = (bundle[at] & 0xff) << Byte.SIZE | bundle[at + 1] & 0xff;
            at += Short.BYTES;
            if (at + length > bundle.length) {
                return entries;
            }
            entries.add(Arrays.copyOfRange(bundle, at, at + length));
            at += length;
        }
        return entries;
    }

    private static Mac mac() {
        try {
            return Mac.getInstance("HmacSHA256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", e);
        }
    }
}
