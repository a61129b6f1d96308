package org.quitclaim.face.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes rights lines as the older form, for programs that read no XMP.
 *
 * <p><b>Shape</b>: image resource 0x0404 of Photoshop with IIM records: 1:90 says UTF-8, 2:80 creator, 2:110 credit, 2:116
 * copyright; big-endian. Texts longer than the form allows end at a whole letter; XMP has all of them.
 *
 * <p><b>Source</b>: IPTC IIM 4.2 sections 1.6, 5 and 6.
 */
final class RightsIptc {
    private static final int MARKER = 0x1C;
    private static final byte[] UTF_8 = {0x1B, '%', 'G'};
    private static final byte[] VERSION_4 = {0, 4};

    private RightsIptc() {}

    static byte[] of(RightsLines lines) {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        record(records, 1, 90, UTF_8);
        record(records, 2, 0, VERSION_4);
        text(records, 80, lines.creator(), 32);
        text(records, 110, lines.credit(), 32);
        text(records, 116, lines.copyright(), 128);
        ByteArrayOutputStream resource = new ByteArrayOutputStream();
        resource.writeBytes("8BIM".getBytes(StandardCharsets.US_ASCII));
        resource.writeBytes(new byte[] {0x04, 0x04, 0, 0});
        int size = records.size();
        resource.writeBytes(new byte[] {(byte) (size >> 24), (byte) (size >> 16), (byte) (size >> 8), (byte) size});
        resource.writeBytes(records.toByteArray());
        if (size % 2 == 1) {
            resource.write(0);
        }
        return resource.toByteArray();
    }

    private static void text(ByteArrayOutputStream to, int tag, @Nullable String text, int most) {
        if (text != null) {
            record(to, 2, tag, atMost(text, most).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void record(ByteArrayOutputStream to, int number, int tag, byte[] content) {
        to.write(MARKER);
        to.write(number);
        to.write(tag);
        to.write(content.length >> 8);
        to.write(content.length & 0xFF);
        to.writeBytes(content);
    }

    private static String atMost(String text, int bytes) {
        int end = 0;
        int size = 0;
        while (end < text.length()) {
            int letter = text.codePointAt(end);
            size += Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
            if (size > bytes) {
                break;
            }
            end += Character.charCount(letter);
        }
        return text.substring(0, end);
    }
}
