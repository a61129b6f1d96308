package org.quitclaim.face.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A JPEG that was written from pixels alone, with rights lines and nothing else besides.
 *
 * <p><b>Guarantees</b>: the pixels are those of the JPEG, byte for byte; the same lines make the same file. No name of
 * anybody portrayed, no place, no time, no thumbnail, because none is ever given here.
 */
public final class ReleasedFile {
    private static final byte[] XMP = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PHOTOSHOP = "Photoshop 3.0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int APPLICATION_0 = 0xE0;
    private static final int APPLICATION_1 = 0xE1;
    private static final int APPLICATION_13 = 0xED;
    private static final int MOST_IN_SEGMENT = 0xFFFF - 2;

    private ReleasedFile() {}

    /**
     * @param jpeg as {@link RenditionEncoder} writes it
     * @throws IllegalArgumentException if the lines are longer than a segment holds
     */
    public static byte[] with(RightsLines lines, byte[] jpeg) {
        int at = 2;
        if ((jpeg[3] & 0xFF) == APPLICATION_0) {
            at += 2 + ((jpeg[4] & 0xFF) << 8 | jpeg[5] & 0xFF);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream(jpeg.length + 4_096);
        file.write(jpeg, 0, at);
        segment(file, APPLICATION_1, XMP, RightsXmp.of(lines));
        segment(file, APPLICATION_13, PHOTOSHOP, RightsIptc.of(lines));
        file.write(jpeg, at, jpeg.length - at);
        return file.toByteArray();
    }

    private static void segment(ByteArrayOutputStream file, int marker, byte[] prefix, byte[] content) {
        int length = prefix.length + content.length;
        if (length > MOST_IN_SEGMENT) {
            throw new IllegalArgumentException("longer than a segment of a JPEG holds");
        }
        file.write(0xFF);
        file.write(marker);
        file.write(length + 2 >> 8);
        file.write(length + 2 & 0xFF);
        file.writeBytes(prefix);
        file.writeBytes(content);
    }
}
