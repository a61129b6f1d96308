package org.quitclaim.transparency.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The hashes of the tree.
 *
 * <p><b>Shape:</b> 32 bytes of SHA-256; of a leaf over 0x00 and the entry, of a node over 0x01, left and right.
 *
 * <p><b>Thread-safety:</b> safe.
 *
 * <p><b>Source:</b> RFC 6962, section 2.1.
 */
public final class TreeHash {
    public static final int BYTES = 32;
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    /** Looking one up costs as much as a short hash. */
    private static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(TreeHash::sha256);

    private TreeHash() {}

    /** The root of a tree without entries. */
    public static byte[] empty() {
        return SHA256.get().digest();
    }

    public static byte[] leaf(byte[] entry) {
        MessageDigest digest = SHA256.get();
        digest.update(LEAF);
        return digest.digest(entry);
    }

    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = SHA256.get();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /** The root over some neighbours, whose number is a power of two. */
    public static byte[] perfect(List<byte[]> hashes) {
        if (Integer.bitCount(hashes.size()) != 1) {
            throw new IllegalArgumentException("not a power of two: " + hashes.size());
        }
        byte[][] level = hashes.toArray(byte[][]::new);
        for (int width = level.length; width > 1; width /= 2) {
            for (int i = 0; i < width; i += 2) {
                level[i / 2] = node(level[i], level[i + 1]);
            }
        }
        return level[0];
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
