package org.quitclaim.face.image;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the scans of a JPEG bring everything that its frame announces: each channel, and of a progressive one each
 * coefficient down to its last bit.
 *
 * <p>A decoder shows what there is: a picture without its colours, or one in blocks of eight pixels, and no warning.
 *
 * <p><b>Source</b>: ITU-T T.81, sections B.2.3 and G.1.1.1.
 */
final class JpegCoefficients {
    private static final int MARKER = 0xFF;
    private static final int FIRST_ALONE = 0xD0;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int COEFFICIENTS = 64;
    private static final byte NOTHING_YET = Byte.MAX_VALUE;

    /** By channel and coefficient, how many of the lowest bits are still to come. */
    private final Map<Integer, byte[]> missing = new HashMap<>();

    private boolean isProgressive;

    private JpegCoefficients() {}

    static boolean areAllIn(byte[] file) {
        JpegCoefficients all = new JpegCoefficients();
        try {
            all.walk(ByteBuffer.wrap(file));
        } catch (IndexOutOfBoundsException e) {
            return false;
        }
        return all.missing.values().stream().allMatch(one -> Arrays.equals(one, new byte[COEFFICIENTS]));
    }

    private void walk(ByteBuffer file) {
        int at = 2;
        while (at + 3 < file.limit()) {
            int code = file.get(at + 1) & 0xFF;
            if ((file.get(at) & 0xFF) != MARKER || code <= 1 || code == MARKER) {
                at++;
            } else if (code == END_OF_IMAGE) {
                return;
            } else if (code >= FIRST_ALONE && code < END_OF_IMAGE) {
                at += 2;
            } else {
                if (code == START_OF_SCAN) {
                    scan(file, at + 4);
                } else if (JpegFrame.isFrame(code) && missing.isEmpty()) {
                    frame(file, code, at + 4);
                }
                at += 2 + Math.max(2, file.getShort(at + 2) & 0xFFFF);
            }
        }
    }

    private void frame(ByteBuffer file, int code, int body) {
        isProgressive = code == JpegFrame.PROGRESSIVE;
        int channels = file.get(body + 5) & 0xFF;
        for (int i = 0; i < channels; i++) {
            byte[] bits = new byte[COEFFICIENTS];
            Arrays.fill(bits, NOTHING_YET);
            missing.put(file.get(body + 6 + 3 * i) & 0xFF, bits);
        }
    }

    private void scan(ByteBuffer file, int body) {
        int channels = file.get(body) & 0xFF;
        int spectrum = body + 1 + 2 * channels;
        int first = isProgressive ? file.get(spectrum) & 0x3F : 0;
        int last = isProgressive ? file.get(spectrum + 1) & 0x3F : COEFFICIENTS - 1;
        byte left = (byte) (isProgressive ? file.get(spectrum + 2) & 0x0F : 0);
        for (int i = 0; i < channels; i++) {
            Optional.ofNullable(missing.get(file.get(body + 1 + 2 * i) & 0xFF))
                    .filter(_ -> first <= last)
                    .ifPresent(bits -> Arrays.fill(bits, first, last + 1, left));
        }
    }
}
