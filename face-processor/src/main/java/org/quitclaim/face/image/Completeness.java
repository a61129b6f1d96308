package org.quitclaim.face.image;

/**
 * Tells whether a file reaches the end that its own format announces.
 *
 * <p>Decoders fill what is missing with grey and carry on, and a face that is not there must not pass as checked; so the
 * structure is walked here, without decoding.
 *
 * <p><b>Source</b>: ITU-T T.81 annex B (JPEG markers), W3C PNG section 5, RFC 9649 section 2 (WebP).
 */
final class Completeness {

    private static final int MARKER = 0xFF;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int TEMPORARY = 0x01;
    private static final int FIRST_WITHOUT_LENGTH = 0xD0;
    private static final int PNG_SIGNATURE = 8;
    private static final int PNG_CHUNK_FRAME = 12;
    private static final int PNG_END = 0x49454E44;
    private static final int RIFF_HEADER = 8;

    private Completeness() {}

    static boolean isComplete(PhotoFormat format, byte[] file) {
        return switch (format) {
            case JPEG -> isCompleteJpeg(file) && JpegCoefficients.areAllIn(file);
            case PNG -> isCompletePng(file);
            case WEBP, LOSSLESS_WEBP -> file.length >= RIFF_HEADER + Integer.toUnsignedLong(littleEndian(file, 4));
            case HEIC, AVIF -> HeifBoxes.reachesItsEnd(file);
            case TIFF, UNREAD -> true; // a TIFF has its parts anywhere: TiffFile looks at each
        };
    }

    private static boolean isCompleteJpeg(byte[] file) {
        int at = 2;
        while (at + 1 < file.length) {
            int code = file[at + 1] & 0xFF;
            if ((file[at] & 0xFF) != MARKER || code == 0 || code == MARKER) {
                at++;
            } else if (code == END_OF_IMAGE) {
                return true;
            } else if (code == TEMPORARY || code >= FIRST_WITHOUT_LENGTH && code < END_OF_IMAGE) {
                at += 2;
            } else if (at + 3 < file.length) {
                at += 2 + ((file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF);
            } else {
                return false;
            }
        }
        return false;
    }

    private static boolean isCompletePng(byte[] file) {
        long at = PNG_SIGNATURE;
        while (at + PNG_CHUNK_FRAME <= file.length) {
            long length = Integer.toUnsignedLong(bigEndian(file, (int) at));
            boolean isEnd = bigEndian(file, (int) at + 4) == PNG_END;
            at += PNG_CHUNK_FRAME + length;
            if (isEnd) {
                return at <= file.length;
            }
        }
        return false;
    }

    private static int bigEndian(byte[] file, int at) {
        return Integer.reverseBytes(littleEndian(file, at));
    }

    private static int littleEndian(byte[] file, int at) {
        return file[at] & 0xFF | (file[at + 1] & 0xFF) << 8 | (file[at + 2] & 0xFF) << 16 | file[at + 3] << 24;
    }
}
