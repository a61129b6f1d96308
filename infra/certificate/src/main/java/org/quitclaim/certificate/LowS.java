package org.quitclaim.certificate;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The one of the two equally valid ECDSA signatures (r, s) and (r, n - s) that a certificate carries, so that nobody can
 * make another file with a signature that fits.
 *
 * <p><b>Shape:</b> P-256, r and s, 32 bytes each, big-endian; s at most half the order n of the curve.
 */
final class LowS {
    private static final int BYTES = 32;
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final BigInteger HALF = ORDER.shiftRight(1);

    private LowS() {}

    static boolean is(byte[] signature) {
        return signature.length == 2 * BYTES && s(signature).compareTo(HALF) <= 0;
    }

    static byte[] of(byte[] signature) {
        return is(signature) ? signature : other(signature);
    }

    /** The other one of the two. */
    static byte[] other(byte[] signature) {
        byte[] other = Arrays.copyOf(signature, 2 * BYTES);
        byte[] s = ORDER.subtract(s(signature)).toByteArray();
        int length = Math.min(s.length, BYTES);
        Arrays.fill(other, BYTES, 2 * BYTES, (byte) 0);
        System.arraycopy(s, s.length - length, other, 2 * BYTES - length, length);
        return other;
    }

    private static BigInteger s(byte[] signature) {
        return new BigInteger(1, Arrays.copyOfRange(signature, BYTES, 2 * BYTES));
    }
}
