package org.quitclaim.standalone;

/** The S-box of AES, computed. <b>Source:</b> FIPS 197, 5.1.1. */
final class AesWords {
    private static final int[] BOX = box();

    private AesWords() {}

    static int substituted(int word) {
        int result = 0;
        for (int shift = 24; shift >= 0; shift -= 8) {
            result = result << 8 | BOX[word >>> shift & 0xff];
        }
        return result;
    }

    private static int[] box() {
        int[] box = new int[256];
        int p = 1;
        int q = 1;
        do {
            p = (p ^ p << 1 ^ ((p & 0x80) == 0 ? 0 : 0x11b)) & 0xff;
            q ^= q << 1;
            q ^= q << 2;
            q ^= q << 4;
            q &= 0xff;
            q ^= (q & 0x80) == 0 ? 0 : 0x09;
            box[p] = q ^ rotated(q, 1) ^ rotated(q, 2) ^ rotated(q, 3) ^ rotated(q, 4) ^ 0x63;
        } while (p != 1);
        box[0] = 0x63;
        return box;
    }

    private static int rotated(int value, int by) {
        return (value << by | value >>> 8 - by) & 0xff;
    }
}
