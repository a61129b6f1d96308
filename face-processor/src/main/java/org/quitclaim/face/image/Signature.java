package org.quitclaim.face.image;

import java.nio.charset.StandardCharsets;

/** Bytes at a place of a file by which its format is known. */
final class Signature {
    private Signature() {}

    static boolean has(byte[] file, int offset, String latin1) {
        byte[] expected = latin1.getBytes(StandardCharsets.ISO_8859_1);
        if (file.length < offset + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (file[offset + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
