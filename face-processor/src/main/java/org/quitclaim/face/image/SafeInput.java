package org.quitclaim.face.image;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;

/**
 * What a decoder gets to see of a file: not what would make it take far more memory than the picture has pixels.
 *
 * <ul>
 *   <li>PNG with a palette: the platform's reader unpacks every compressed text and profile of such a file, without a limit.
 *       It gets the chunks that the pixels depend on, and no others.
 *   <li>TIFF: the decoder follows every directory and makes room for whatever one announces. It gets one, of its first picture,
 *       with the fields that the pixels depend on.
 * </ul>
 *
 * <p><b>Errors</b>: {@link IOException} for a file that is refused.
 */
final class SafeInput {

    private static final int PNG_SIGNATURE = 8;
    private static final int PNG_COLOUR_TYPE = 25;
    private static final int PALETTE = 3;
    private static final int CHUNK_FRAME = 12;
    /** IHDR, PLTE, tRNS, IDAT, IEND. */
    private static final int[] PIXELS = {0x49484452, 0x504C5445, 0x74524E53, 0x49444154, 0x49454E44};

    private SafeInput() {}

    static ImageInputStream of(PhotoFormat format, byte[] file) throws IOException {
        return switch (format) {
            case PNG ->
                file.length > PNG_COLOUR_TYPE && file[PNG_COLOUR_TYPE] == PALETTE
                        ? pixelsOnly(file)
                        : new ByteArrayImageInputStream(file);
            case TIFF -> new ByteArrayImageInputStream(TiffFile.firstPictureOnly(file));
            case JPEG, WEBP, LOSSLESS_WEBP, HEIC, AVIF, UNREAD -> new ByteArrayImageInputStream(file);
        };
    }

    private static ImageInputStream pixelsOnly(byte[] file) {
        byte[] kept = new byte[file.length];
        System.arraycopy(file, 0, kept, 0, PNG_SIGNATURE);
        ByteBuffer chunks = ByteBuffer.wrap(file);
        int length = PNG_SIGNATURE;
        long at = PNG_SIGNATURE;
        while (at + CHUNK_FRAME <= file.length) {
            int type = chunks.getInt((int) at + 4);
            long end = Math.min(file.length, at + CHUNK_FRAME + Integer.toUnsignedLong(chunks.getInt((int) at)));
            if (Arrays.stream(PIXELS).anyMatch(known -> known == type)) {
                System.arraycopy(file, (int) at, kept, length, (int) (end - at));
                length += (int) (end - at);
            }
            at = end;
        }
        return new ByteArrayImageInputStream(kept, 0, length);
    }
}
