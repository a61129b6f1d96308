package org.quitclaim.face.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Turns the bytes of a photo into upright pixels, or says why not.
 *
 * <p><b>Guarantees</b>: format, byte count, pixel count and completeness are checked before anything is decoded;
 * nothing is written to disk; the bytes are never kept.
 *
 * <p><b>Shape</b>: JPEG (baseline, progressive, grey, CMYK, YCCK), PNG (all depths), WebP and TIFF (the usual compressions,
 * up to 16 bits), and where Debian's programs for it are installed HEIC, AVIF and lossless WebP. Colour profiles and the
 * orientation are applied; transparent parts are on white; of several pictures the one that viewers show first is taken.
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
            case UNREAD -> refused(unread(file));
            case TIFF -> KnownFile.of(file).isPresent() ? refused(unread(file)) : decode(format, file);
            case JPEG, PNG, WEBP, LOSSLESS_WEBP, HEIC, AVIF -> decode(format, file);
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

    /** How many pictures the file holds; the one that is read is the one that viewers show first. */
    public int pictures(byte[] file) {
        return PictureCount.of(PhotoFormat.of(file), file);
    }

    /**
     * The same picture in a file that holds nothing else, no names, places, thumbnails or film, and decodes to the same
     * pixels; none where the file is no picture that is read, or its parts do not lie as they say.
     */
    public Optional<byte[]> pictureOnly(byte[] file) {
        return file.length > PhotoLimits.MAX_BYTES ? Optional.empty() : PictureOnly.of(PhotoFormat.of(file), file);
    }

    /** What is written into the file beside its picture; nothing where it is no picture that is read, or makes no sense. */
    public FileWords words(byte[] file) {
        PhotoFormat format = PhotoFormat.of(file);
        if (format == PhotoFormat.UNREAD || file.length > PhotoLimits.MAX_BYTES) {
            return FileWords.NONE;
        }
        try {
            return WordReading.of(format, file, StoredPicture.of(format, file));
        } catch (IOException | RuntimeException e) {
            return FileWords.NONE; // words are offered, never needed
        }
    }

    /** Whether a program of its own decodes the file, which may be another tomorrow. */
    public boolean isDecodedOutside(byte[] file) {
        return PhotoFormat.of(file).isDecodedOutside();
    }

    /**
     * How much memory, in bytes, decoding this file and working on its pixels takes at most; 0 for what {@link #read} will
     * refuse.
     */
    public long needs(byte[] file) {
        PhotoFormat format = PhotoFormat.of(file);
        if (format == PhotoFormat.UNREAD) {
            return 0;
        }
        try {
            PixelCost cost = PixelCost.of(format, file);
            long pixels = StoredPicture.of(format, file).pixels();
            return pixels > cost.maxPixels ? 0 : cost.bytes(pixels);
        } catch (IOException | RuntimeException e) {
            return 0; // damaged, and refused for it
        }
    }

    private static PhotoReading decode(PhotoFormat format, byte[] file) {
        try {
            Optional<PhotoRefusal> refusal = refusal(format, file, PixelCost.of(format, file).maxPixels);
            return refusal.isPresent()
                    ? refused(refusal.get())
                    : StoredPicture.of(format, file).decode();
        } catch (MissingPixels e) {
            return refused(new PhotoRefusal.Truncated());
        } catch (IOException | RuntimeException e) {
            // the one border to the decoders, which answer damaged input with whatever unchecked exception comes of it
            return refused(
                    Completeness.isComplete(format, file) ? new PhotoRefusal.Damaged() : new PhotoRefusal.Truncated());
        }
    }

    private static Optional<PhotoRefusal> refusal(PhotoFormat format, byte[] file, long most) throws IOException {
        if (format == PhotoFormat.TIFF) {
            Optional<PhotoRefusal> refusal = TiffChecks.refusal(file, most);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        if (format == PhotoFormat.JPEG) {
            Optional<String> unread = JpegFrame.in(ByteBuffer.wrap(file)).flatMap(JpegFrame::unread);
            if (unread.isPresent()) {
                return unread.map(PhotoRefusal.UnsupportedFormat::new);
            }
        }
        StoredPicture picture = StoredPicture.of(format, file);
        if (picture.longestSide() > PhotoLimits.MAX_SIDE) {
            return Optional.of(new PhotoRefusal.SideTooLong());
        }
        if (picture.pixels() > most) {
            return Optional.of(new PhotoRefusal.TooManyPixels(picture.width(), picture.height(), most));
        }
        if (format == PhotoFormat.JPEG && JpegScans.areTooMany(ByteBuffer.wrap(file), picture.pixels())) {
            return Optional.of(new PhotoRefusal.TooCostly());
        }
        return Completeness.isComplete(format, file) ? Optional.empty() : Optional.of(new PhotoRefusal.Truncated());
    }

    private static PhotoReading refused(PhotoRefusal reason) {
        return new PhotoReading.Refused(reason);
    }
}
