package org.quitclaim.face.image;

import java.io.IOException;
import javax.imageio.ImageReader;

/**
 * Turns the bytes of a photo into upright pixels, or says why not.
 *
 * <p><b>Guarantees</b>: format, byte count, pixel count and completeness are checked before anything is decoded;
 * nothing is written to disk; the bytes are never kept.
 *
 * <p><b>Shape</b>: JPEG (baseline, progressive, grey, CMYK, YCCK), PNG (8 and 16 bit, transparent parts on white) and
 * lossy WebP; the EXIF orientation is applied.
 *
 * <p><b>Errors</b>: damaged input is a refusal, never an exception.
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
            case LOSSLESS_WEBP -> refused(new PhotoRefusal.UnsupportedFormat("lossless WebP"));
            case UNREAD -> refused(unread(file));
        };
    }

    private static PhotoRefusal unread(byte[] file) {
        return KnownFile.of(file)
                .<PhotoRefusal>map(known -> switch (known.kind()) {
                    case IMAGE -> new PhotoRefusal.UnsupportedFormat(known.name());
                    case CAMERA_RAW -> new PhotoRefusal.CameraRaw(known.name());
                    case NO_IMAGE -> new PhotoRefusal.NotAnImage(known.name());
                })
                .orElseGet(() -> new PhotoRefusal.NotAnImage(""));
    }

    /**
     * How much memory, in bytes, decoding this file and working on its pixels takes at most; 0 for what {@link #read} will
     * refuse.
     */
    public long needs(byte[] file) {
        PhotoFormat format = PhotoFormat.of(file);
        if (format == PhotoFormat.LOSSLESS_WEBP || format == PhotoFormat.UNREAD) {
            return 0;
        }
        try {
            return PhotoDecoders.with(format, file, reader -> needs(PixelCost.of(format, file), reader));
        } catch (IOException | RuntimeException e) {
            return 0; // damaged, and refused for it
        }
    }

    private static long needs(PixelCost cost, ImageReader reader) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        return pixels > cost.maxPixels ? 0 : cost.bytes(pixels);
    }

    private static PhotoReading decode(PhotoFormat format, byte[] file) {
        try {
            return switch (PhotoDecoders.with(format, file, reader -> decode(format, file, reader))) {
                case PhotoReading.Readable(var stored) ->
                    new PhotoReading.Readable(Orientation.in(format, file).apply(stored));
                case PhotoReading.Refused refused -> refused;
            };
        } catch (IOException | RuntimeException e) {
            // the one border to the decoders, which answer damaged input with whatever unchecked exception comes of it
            return refused(
                    Completeness.isComplete(format, file) ? new PhotoRefusal.Damaged() : new PhotoRefusal.Truncated());
        }
    }

    private static PhotoReading decode(PhotoFormat format, byte[] file, ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        long most = PixelCost.of(format, file).maxPixels;
        if (Math.max(width, height) > PhotoLimits.MAX_SIDE) {
            return refused(new PhotoRefusal.SideTooLong());
        }
        if ((long) width * height > most) {
            return refused(new PhotoRefusal.TooManyPixels(width, height, most));
        }
        if (!Completeness.isComplete(format, file)) {
            return refused(new PhotoRefusal.Truncated());
        }
        return new PhotoReading.Readable(PixelPacking.pack(reader.read(0)));
    }

    private static PhotoReading refused(PhotoRefusal reason) {
        return new PhotoReading.Refused(reason);
    }
}
