package org.quitclaim.face.image;

import java.awt.Dimension;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOException;

/**
 * The picture of a file that viewers show first, by what the file says of it, and as it is once decoded.
 *
 * @param still what is decoded: the file, or of an animation its first picture
 * @param width what the larger of picture and canvas measures, before it is turned
 * @param height what the larger of picture and canvas measures, before it is turned
 */
record StoredPicture(PhotoFormat format, byte[] file, StillWebp still, Dimension own, int width, int height) {

    static StoredPicture of(PhotoFormat format, byte[] file) throws IOException {
        boolean isWebp = format == PhotoFormat.WEBP || format == PhotoFormat.LOSSLESS_WEBP;
        StillWebp still = isWebp ? StillWebp.of(file) : new StillWebp(file, 0, 0, 0, 0, 1);
        Dimension own = format.isDecodedOutside()
                ? OutsideDecoding.size(format, still.file())
                        .orElseThrow(() -> new IIOException("The file does not say how large its picture is"))
                : PhotoDecoders.with(
                        format, still.file(), reader -> new Dimension(reader.getWidth(0), reader.getHeight(0)));
        if (own.width <= 0 || own.height <= 0) {
            throw new IIOException("The picture has no size");
        }
        return new StoredPicture(
                format, file, still, own, Math.max(own.width, still.width()), Math.max(own.height, still.height()));
    }

    long pixels() {
        return (long) width * height;
    }

    int longestSide() {
        return Math.max(width, height);
    }

    PhotoReading decode() throws IOException {
        if (!format.isDecodedOutside()) {
            return seen(PhotoDecoders.with(format, still.file(), reader -> reader.read(0)));
        }
        return switch (OutsideDecoding.decode(format, still.file(), own)) {
            case OutsideDecoding.Result.Decoded(var image) -> seen(image);
            case OutsideDecoding.Result.Refused(var reason) -> new PhotoReading.Refused(reason);
        };
    }

    /** In the colours that are meant, on its canvas, and upright. */
    private PhotoReading seen(BufferedImage stored) {
        Optional<ICC_Profile> profile = Colours.in(format, file);
        BufferedImage image = profile.isPresent() ? ManagedColours.said(stored, profile.get()) : meant(stored);
        UprightImage packed = Canvas.under(still, PixelPacking.pack(image));
        return new PhotoReading.Readable(Orientation.in(format, file).apply(packed));
    }

    /** Of the formats here only a TIFF can hold a channel that is no opacity, or colours that were multiplied by it. */
    private BufferedImage meant(BufferedImage stored) {
        return format == PhotoFormat.TIFF
                ? TiffFile.of(file)
                        .map(tiff -> TiffPixels.of(tiff).said(stored))
                        .orElse(stored)
                : stored;
    }
}
