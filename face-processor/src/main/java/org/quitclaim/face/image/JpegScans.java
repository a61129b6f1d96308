package org.quitclaim.face.image;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How often a decoder goes over the picture of a JPEG: once for each scan, of which a file of no size can have thousands.
 *
 * <p><b>Source</b>: ITU-T T.81, sections B.1.1.2 and B.2.3.
 */
final class JpegScans {
    private static final int MARKER = 0xFF;
    private static final int FIRST_ALONE = 0xD0;
    private static final int LAST_ALONE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;

    /** Editors write ten for a photo, and at most one for each bit of each of four channels. */
    private static final int MOST = 100;
    /** Of all scans together: a hundred megapixels in twenty scans. */
    private static final long MOST_PIXELS = 2_000_000_000;

    private JpegScans() {}

    /** Whether going over the picture so often takes more time than one photo may have. */
    static boolean areTooMany(ByteBuffer file, long pixels) {
        return areTooMany(List.of(file), one -> pixels);
    }

    /** The same of all parts of one picture, each of which is decoded by itself. */
    static boolean areTooMany(List<ByteBuffer> parts, ToLongFunction<ByteBuffer> pixels) {
        long all = 0;
        for (ByteBuffer part : parts) {
            int scans = in(part);
            all += scans * pixels.applyAsLong(part);
            if (scans > MOST || all > MOST_PIXELS) {
                return true;
            }
        }
        return false;
    }

    /** Counted as far as there can be too many; what lies in segments, such as a small picture, is skipped. */
    private static int in(ByteBuffer file) {
        int scans = 0;
        int at = 2;
        while (at + 3 < file.limit() && scans <= MOST) {
            int code = file.get(at + 1) & 0xFF;
            if ((file.get(at) & 0xFF) != MARKER || code == MARKER || code == 0) {
                at++;
            } else if (code >= FIRST_ALONE && code <= LAST_ALONE) {
                at += 2;
            } else {
                scans += code == START_OF_SCAN ? 1 : 0;
                at += 2 + Math.max(2, file.getShort(at + 2) & 0xFFFF);
            }
        }
        return scans;
    }
}
