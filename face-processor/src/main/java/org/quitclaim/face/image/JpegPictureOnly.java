package org.quitclaim.face.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * {@link PictureOnly} of a JPEG: its tables, frame and scans, up to its end, with its colour profile.
 *
 * <p><b>Shape</b>: of JFIF the header without its thumbnail, of Adobe's segment what says how colours are stored.
 */
final class JpegPictureOnly {
    private static final int MARKER = 0xFF;
    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int FIRST_RESTART = 0xD0;
    private static final int FIRST_APPLICATION = 0xE0;
    private static final int FIRST_FRAME = 0xC0;
    private static final int RESERVED_FRAME = 0xC8;
    private static final int LAST_FRAME = 0xCF;
    private static final int RESTART_INTERVAL = 0xDD;
    private static final int JFIF_BYTES = 14;
    private static final int ADOBE_BYTES = 12;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private final byte[] file;
    private final ByteArrayOutputStream kept;

    private JpegPictureOnly(byte[] file) {
        this.file = file;
        this.kept = new ByteArrayOutputStream(file.length);
    }

    static Optional<byte[]> of(byte[] file, byte[] exif) {
        JpegPictureOnly picture = new JpegPictureOnly(file);
        return picture.walk(exif) ? Optional.of(picture.kept.toByteArray()) : Optional.empty();
    }

    private boolean walk(byte[] exif) {
        kept.write(MARKER);
        kept.write(START_OF_IMAGE);
        boolean isTold = exif.length == 0;
        int at = 2;
        while (at + 2 <= file.length && at(at) == MARKER) {
            int code = at(at + 1);
            if (code == MARKER) {
                at++; // a fill byte
            } else if (code == END_OF_IMAGE) {
                kept.write(file, at, 2);
                return true;
            } else {
                int end = at + 4 <= file.length ? at + 2 + (at(at + 2) << 8 | at(at + 3)) : file.length + 1;
                if (end > file.length || end < at + 4) {
                    return false;
                }
                if (!isTold && code != FIRST_APPLICATION) {
                    segment(FIRST_APPLICATION + 1, EXIF, exif);
                    isTold = true;
                }
                keep(code, at, end);
                at = code == START_OF_SCAN ? scan(end) : end;
            }
        }
        return false;
    }

    private void keep(int code, int at, int end) {
        if (code == FIRST_APPLICATION) {
            if (says("JFIF\0", at, end) && end - at - 4 >= JFIF_BYTES) {
                byte[] header = new byte[JFIF_BYTES];
                System.arraycopy(file, at + 4, header, 0, JFIF_BYTES - 2);
                segment(FIRST_APPLICATION, header, new byte[0]);
            }
        } else if (code == FIRST_APPLICATION + 14) {
            if (says("Adobe", at, end)) {
                // what stands behind its few bytes is not read by anybody who shows the picture
                int length = Math.min(end - at - 4, ADOBE_BYTES);
                segment(code, Arrays.copyOfRange(file, at + 4, at + 4 + length), new byte[0]);
            }
        } else if (isOfThePicture(code) || code == FIRST_APPLICATION + 2 && says("ICC_PROFILE\0", at, end)) {
            kept.write(file, at, end - at);
        }
    }

    /** Frames, tables and scans; of the others nobody knows what they hold. */
    private static boolean isOfThePicture(int code) {
        boolean isFrameOrTable = code >= FIRST_FRAME && code <= LAST_FRAME && code != RESERVED_FRAME;
        return isFrameOrTable || code >= START_OF_SCAN && code <= RESTART_INTERVAL;
    }

    /** Copies what a scan holds. @return where the next marker is */
    private int scan(int from) {
        int at = from;
        while (at + 1 < file.length && !(at(at) == MARKER && isEnd(at(at + 1)))) {
            at++;
        }
        kept.write(file, from, at - from);
        return at;
    }

    /** Within a scan there are escaped bytes and restarts. */
    private static boolean isEnd(int code) {
        return code != 0 && (code < FIRST_RESTART || code >= START_OF_IMAGE);
    }

    private void segment(int code, byte[] prefix, byte[] content) {
        int length = prefix.length + content.length + 2;
        kept.write(MARKER);
        kept.write(code);
        kept.write(length >> 8);
        kept.write(length & 0xFF);
        kept.writeBytes(prefix);
        kept.writeBytes(content);
    }

    private boolean says(String prefix, int at, int end) {
        return at + 4 + prefix.length() <= end
                && new String(file, at + 4, prefix.length(), StandardCharsets.ISO_8859_1).equals(prefix);
    }

    private int at(int index) {
        return file[index] & 0xFF;
    }
}
