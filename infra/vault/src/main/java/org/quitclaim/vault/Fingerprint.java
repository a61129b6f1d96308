package org.quitclaim.vault;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * By what a run of bytes is recognised after it is gone: taken before deletion, so that nobody has to keep a copy of
 * what is to be looked for.
 *
 * <p><b>Guarantees:</b> the bytes cannot be had from it: {@code anchor} leaves 2^24 candidates for the first eight, and
 * the digest of random bytes says nothing. A name is not random: a list of fingerprints of names is kept sealed.
 *
 * <p><b>Shape:</b> {@code anchor} is the upper half of the product of {@value #MULTIPLIER} and the first eight bytes,
 * little-endian, with the case bit of each byte set; {@code sha256} is over all {@code length} bytes, for a NAME with
 * ASCII capitals lowered.
 *
 * @param length at least {@value #SHORTEST}; of a NAME at least {@value #SHORTEST_NAME}, whose anchor is then of as many
 *     bytes as there are
 */
public record Fingerprint(Kind kind, int anchor, int length, byte[] sha256) {
    /** What the bytes were. Stored by ordinal in sealed lists that live for the length of one erasure. */
    public enum Kind {
        /** A part of a wrapped key. */
        KEY,
        /** A part of a sealed record. */
        CIPHERTEXT,
        /** A name or an address in the clear. */
        NAME
    }

    public static final int SHORTEST = 8;
    /** In ten gigabytes of random bytes, one of six letters stands by chance once in hundreds of searches. */
    public static final int SHORTEST_NAME = 6;

    public static final int LONGEST = 256;
    private static final long CASE_BITS = 0x2020202020202020L;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    public Fingerprint {
        if (length < (kind == Kind.NAME ? SHORTEST_NAME : SHORTEST) || length > LONGEST) {
            throw new IllegalArgumentException("a fingerprint is of 8 to 256 bytes, of a name of 6 or more");
        }
    }

    public static Fingerprint of(Kind kind, byte[] bytes) {
        return new Fingerprint(
                kind, anchorAt(bytes, 0, bytes.length), bytes.length, digest(kind, bytes, 0, bytes.length));
    }

    /** The anchor of the eight bytes at {@code offset}. */
    public static int anchorAt(byte[] bytes, int offset) {
        return anchor((long) LONG.get(bytes, offset) | CASE_BITS);
    }

    /** The anchor of what is fingerprinted as {@code length} bytes at {@code offset}, which are there. */
    public static int anchorAt(byte[] bytes, int offset, int length) {
        if (length >= Long.BYTES) {
            return anchorAt(bytes, offset);
        }
        long known = 0;
        for (int i = length - 1; i >= 0; i--) {
            known = known << Byte.SIZE | Byte.toUnsignedLong(bytes[offset + i]);
        }
        return anchor(known | CASE_BITS);
    }

    private static int anchor(long folded) {
        return (int) (folded * MULTIPLIER >>> Integer.SIZE);
    }

    /** Whether what was fingerprinted stands at {@code offset}; asked when the anchor fits. */
    public boolean standsAt(byte[] bytes, int offset, int end) {
        return offset + length <= end && Arrays.equals(sha256, digest(kind, bytes, offset, length));
    }

    private static byte[] digest(Kind kind, byte[] bytes, int offset, int length) {
        byte[] exact = Arrays.copyOfRange(bytes, offset, offset + length);
        if (kind == Kind.NAME) {
            lowerAscii(exact);
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(exact);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        } finally {
            Arrays.fill(exact, (byte) 0);
        }
    }

    private static void lowerAscii(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= 'A' && bytes[i] <= 'Z') {
                bytes[i] += 'a' - 'A';
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint one
                && kind == one.kind
                && length == one.length
                && anchor == one.anchor
                && Arrays.equals(sha256, one.sha256);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }

    @Override
    public String toString() {
        return "Fingerprint[" + kind + ", " + length + " bytes]";
    }
}
