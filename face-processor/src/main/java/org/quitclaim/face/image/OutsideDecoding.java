package org.quitclaim.face.image;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;

/** HEIC, AVIF and lossless WebP: decoded by a program of its own, of which only pixels of the announced size are taken. */
final class OutsideDecoding {
    private OutsideDecoding() {}

    /** Stored pixels, before anything is turned that the container itself does not turn. */
    sealed interface Result {
        record Decoded(BufferedImage image) implements Result {}

        record Refused(PhotoRefusal reason) implements Result {}
    }

    /** What the file says that its picture measures; empty where it says nothing that makes sense. */
    static Optional<Dimension> size(PhotoFormat format, byte[] file) {
        return format == PhotoFormat.LOSSLESS_WEBP
                ? WebpSize.of(file)
                : HeifFile.of(file).map(heif -> new Dimension(heif.shownWidth(), heif.shownHeight()));
    }

    static Result decode(PhotoFormat format, byte[] file, Dimension size) throws IOException {
        Optional<HeifFile> transparent = HeifFile.of(file).filter(HeifFile::isTransparent);
        if (transparent.filter(heif -> heif.pictures() > 1).isPresent()) {
            return new Result.Refused(
                    new PhotoRefusal.UnsupportedFormat(format.name() + " (several pictures, transparent)"));
        }
        return switch (SealedBox.run(program(format, transparent.isPresent()), file, (long) size.width * size.height)) {
            case SealedBox.Outcome.Decoded(var bytes) ->
                image(format, file, bytes, size)
                        .<Result>map(Result.Decoded::new)
                        .orElseGet(() -> new Result.Refused(new PhotoRefusal.Damaged()));
            case SealedBox.Outcome.Failed _ -> new Result.Refused(new PhotoRefusal.Damaged());
            case SealedBox.Outcome.TooMuch _ -> new Result.Refused(new PhotoRefusal.TooCostly());
            case SealedBox.Outcome.Missing(var packages) ->
                new Result.Refused(new PhotoRefusal.DecoderMissing(name(format), packages));
        };
    }

    private static OutsideProgram program(PhotoFormat format, boolean isTransparent) {
        if (format == PhotoFormat.LOSSLESS_WEBP) {
            return OutsideProgram.WEBP;
        }
        return isTransparent ? OutsideProgram.TRANSPARENT_HEIF : OutsideProgram.HEIF;
    }

    private static Optional<BufferedImage> image(PhotoFormat format, byte[] file, byte[] decoded, Dimension size)
            throws IOException {
        if (format == PhotoFormat.LOSSLESS_WEBP) {
            return PamPixels.of(decoded, size.width, size.height);
        }
        boolean isCropped = HeifFile.of(file).filter(HeifFile::isCropped).isPresent();
        return PhotoDecoders.with(PhotoFormat.PNG, decoded, reader -> {
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            boolean fits = isCropped
                    ? width <= size.width && height <= size.height
                    : width == size.width && height == size.height;
            return fits ? Optional.of(reader.read(0)) : Optional.empty();
        });
    }

    private static String name(PhotoFormat format) {
        return format == PhotoFormat.LOSSLESS_WEBP ? "lossless WebP" : format.name();
    }
}
