package org.quitclaim.face.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Turns the bytes of a photo into upright pixels, or says why not.
 *
 * <p><b>Guarantees</b>: format, byte count, pixel count and completeness are checked before anything is decoded;
 * nothing is written to disk; the bytes are never kept.
 *
 * <p><b>Shape</b>: JPEG (baseline, progressive, grey, CMYK, YCCK), PNG (8 and 16 bit, transparent parts on white) and
 * WebP; the EXIF orientation is applied.
 *
 * <p><b>Thread-safety</b>: stateless.
 */
public final class PhotoReader {

    public PhotoReading read(byte[] file) {
        if (file.length == 0) {
            return refused(new PhotoRefusal.Empty());
        }
        if (file.length > PhotoLimits.MAX_BYTES) {
            return refused(new PhotoRefusal.TooLarge(file.length));
        }
        PhotoFormat format = PhotoFormat.of(file);
        return switch (format) {
            case JPEG, PNG, WEBP -> decode(format, file);
            case OTHER_IMAGE -> refused(new PhotoRefusal.UnsupportedFormat());
            case NO_IMAGE -> refused(new PhotoRefusal.NotAnImage());
        };
    }

    /**
     * How much memory, in bytes, decoding this file and working on its pixels takes at most; 0 for what {@link #read} will
     * refuse.
     */
    public long needs(byte[] file) {
        PhotoFormat format = PhotoFormat.of(file);
        return switch (format) {
            case JPEG, WEBP -> pixels(format, file) * PhotoLimits.BYTES_PER_PIXEL;
            case PNG -> pixels(format, file) * PhotoLimits.BYTES_PER_DEEP_PIXEL;
            case OTHER_IMAGE, NO_IMAGE -> 0;
        };
    }

    private static long pixels(PhotoFormat format, byte[] file) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = PhotoDecoders.readerFor(format);
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                return pixels > PhotoLimits.MAX_PIXELS ? 0 : pixels;
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return 0; // damaged, and refused for it
        }
    }

    private static PhotoReading decode(PhotoFormat format, byte[] file) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = PhotoDecoders.readerFor(format);
            try {
                reader.setInput(in, true, true);
                return decode(format, file, reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // the decoders answer damaged input with any of these
            return refused(
                    Completeness.isComplete(format, file) ? new PhotoRefusal.Damaged() : new PhotoRefusal.Truncated());
        }
    }

    private static PhotoReading decode(PhotoFormat format, byte[] file, ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (Math.max(width, height) > PhotoLimits.MAX_SIDE || (long) width * height > PhotoLimits.MAX_PIXELS) {
            return refused(new PhotoRefusal.TooManyPixels(width, height));
        }
        if (!Completeness.isComplete(format, file)) {
            return refused(new PhotoRefusal.Truncated());
        }
        BufferedImage decoded = reader.read(0);
        return new PhotoReading.Readable(Orientation.in(file).apply(PixelPacking.pack(decoded)));
    }

    private static PhotoReading refused(PhotoRefusal reason) {
        return new PhotoReading.Refused(reason);
    }
}
