package org.quitclaim.face.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Optional;

/**
 * Which colours the numbers of a file mean, where its decoder does not say so itself.
 *
 * <p><b>Guarantees</b>: a profile that is broken, or of another kind than the pixels, is none, as in a browser; at most
 * {@link #MOST_BYTES} of one are unpacked.
 *
 * <p><b>Source</b>: ICC.1, W3C PNG (third edition) section 4.3 for what precedes what, ISO 23008-12 section 6.5.5.
 */
final class Colours {
    /** The largest profiles of printing presses have three million. */
    static final int MOST_BYTES = 4 << 20;

    private Colours() {}

    /** Empty for sRGB, and where the decoder has applied them. */
    static Optional<ICC_Profile> in(PhotoFormat format, byte[] file) {
        return switch (format) {
            case PNG -> PngColours.in(file);
            case LOSSLESS_WEBP, WEBP ->
                Riff.first(file, "ICCP").flatMap(chunk -> profile(file, chunk.start(), chunk.length()));
            case HEIC, AVIF -> HeifColours.in(file);
            case JPEG, TIFF, UNREAD -> Optional.empty();
        };
    }

    static Optional<ICC_Profile> profile(byte[] file, int start, int length) {
        if (length > MOST_BYTES) {
            return Optional.empty();
        }
        byte[] bytes = new byte[length];
        System.arraycopy(file, start, bytes, 0, length);
        return profile(bytes);
    }

    static Optional<ICC_Profile> profile(byte[] bytes) {
        try {
            ICC_Profile profile = ICC_Profile.getInstance(bytes);
            int kind = profile.getColorSpaceType();
            if (kind != ColorSpace.TYPE_RGB && kind != ColorSpace.TYPE_GRAY) {
                return Optional.empty();
            }
            // a profile without what it needs is noticed when the first colour goes through it
            new ICC_ColorSpace(profile).toRGB(new float[profile.getNumComponents()]);
            return Optional.of(profile);
        } catch (RuntimeException e) {
            // the border to the colour management, which answers a broken profile with several unchecked exceptions
            return Optional.empty();
        }
    }
}
