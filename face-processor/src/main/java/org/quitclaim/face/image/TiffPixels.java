package org.quitclaim.face.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.WritableRaster;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the numbers of a TIFF mean.
 *
 * <p><b>Guarantees</b>: only kinds that were held against another decoder are read; of the others the decoder makes other
 * pictures and says nothing.
 *
 * <p><b>Source</b>: TIFF 6.0 sections 8, 18, 19 and 23; Adobe Photoshop TIFF technical notes (ICCLab).
 *
 * @param kinds whether the numbers are whole, signed or floating
 * @param more what the first channel beyond the colours is
 */
record TiffPixels(long colours, int channels, Set<Long> bits, Set<Long> kinds, long more) {
    private static final int COLOURS = 262;
    private static final int EXTRA = 338;
    private static final int KINDS = 339;

    private static final long WHITE_IS_ZERO = 0;
    private static final long BLACK_IS_ZERO = 1;
    private static final long RGB = 2;
    private static final long PALETTE = 3;
    private static final Map<Long, Set<Long>> DEPTHS = Map.of(
            WHITE_IS_ZERO,
            Set.of(1L, 2L, 4L, 8L, 16L),
            BLACK_IS_ZERO,
            Set.of(1L, 2L, 4L, 8L, 16L),
            RGB,
            Set.of(2L, 8L, 10L, 12L, 14L, 16L),
            PALETTE,
            Set.of(1L, 2L, 4L, 8L),
            5L,
            Set.of(8L, 16L), // cyan, magenta, yellow and black
            6L,
            Set.of(8L), // YCbCr
            8L,
            Set.of(8L)); // CIE L*a*b*
    private static final Map<Long, String> NAMES =
            Map.of(4L, "mask", 9L, "ICCLab", 10L, "ITULab", 32_844L, "LogL", 32_845L, "LogLuv", 32_803L, "CFA");

    private static final long WHOLE = 1;
    private static final long SIGNED = 2;
    private static final long FLOATING = 3;
    private static final long UNSAID = 4;

    private static final long UNKNOWN = 0;
    private static final long MULTIPLIED = 1;
    private static final long OPACITY = 2;

    static TiffPixels of(TiffFile tiff) {
        int channels = (int) Math.clamp(tiff.number(TiffFile.CHANNELS, 1), 1, Byte.MAX_VALUE);
        return new TiffPixels(
                tiff.number(COLOURS, BLACK_IS_ZERO),
                channels,
                tiff.numbers(TiffFile.BITS, 1),
                tiff.numbers(KINDS, WHOLE),
                tiff.number(EXTRA, UNKNOWN));
    }

    /** What it is, the same in every language; empty for what is read. */
    Optional<String> unread() {
        long most = bits.stream().mapToLong(bit -> bit).max().orElse(1);
        if (kinds.contains(FLOATING)) {
            return Optional.of("TIFF (floating point)");
        }
        if (kinds.contains(SIGNED)) {
            return Optional.of("TIFF (signed)");
        }
        if (kinds.stream().anyMatch(kind -> kind != WHOLE && kind != UNSAID)) {
            return Optional.of("TIFF (complex)");
        }
        Set<Long> depths = DEPTHS.get(colours);
        if (depths == null) {
            return Optional.of("TIFF (" + NAMES.getOrDefault(colours, "colours " + colours) + ")");
        }
        return bits.size() == 1 && depths.containsAll(bits)
                ? Optional.empty()
                : Optional.of("TIFF (" + most + " bits)");
    }

    /** As its decoder gives it, except for what that takes for opacity. */
    BufferedImage said(BufferedImage decoded) {
        ColorModel model = decoded.getColorModel();
        if (!model.hasAlpha() || !(model instanceof ComponentColorModel)) {
            return decoded;
        }
        if (more != MULTIPLIED && more != OPACITY) {
            return new BufferedImage(
                    colourModel(model, false, false), colourBands(decoded, model.getNumColorComponents()), false, null);
        }
        return more == MULTIPLIED && !decoded.isAlphaPremultiplied()
                ? new BufferedImage(colourModel(model, true, true), decoded.getRaster(), true, null)
                : decoded;
    }

    private static ColorModel colourModel(ColorModel model, boolean hasAlpha, boolean isMultiplied) {
        ColorSpace space = model.getColorSpace();
        return new ComponentColorModel(
                space,
                hasAlpha,
                isMultiplied,
                hasAlpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                model.getTransferType());
    }

    private static WritableRaster colourBands(BufferedImage decoded, int channels) {
        WritableRaster raster = decoded.getRaster();
        return raster.createWritableChild(
                0,
                0,
                raster.getWidth(),
                raster.getHeight(),
                0,
                0,
                IntStream.range(0, channels).toArray());
    }
}
