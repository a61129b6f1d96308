package org.quitclaim.face.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The picture in what a program wrote as PAM.
 *
 * <p><b>Shape</b>: lines of text that end with {@code ENDHDR}, then red, green, blue and opacity, a byte each, row by row.
 *
 * <p><b>Source</b>: pam(5) of Netpbm.
 */
final class PamPixels {
    private static final String END = "ENDHDR\n";
    private static final int LONGEST_HEADER = 128;
    private static final int CHANNELS = 4;

    private PamPixels() {}

    /** Empty unless it has exactly that size. */
    static Optional<BufferedImage> of(byte[] pam, int width, int height) {
        String header = new String(pam, 0, Math.min(pam.length, LONGEST_HEADER), StandardCharsets.ISO_8859_1);
        int end = header.indexOf(END) + END.length();
        boolean isWhole = header.startsWith("P7\nWIDTH " + width + "\nHEIGHT " + height + "\nDEPTH 4\nMAXVAL 255\n")
                && header.contains(END)
                && pam.length - end == (long) width * height * CHANNELS;
        return isWhole ? Optional.of(image(pam, end, width, height)) : Optional.empty();
    }

    private static BufferedImage image(byte[] pam, int start, int width, int height) {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        int[] bands = {start, start + 1, start + 2, start + 3};
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(pam, pam.length), width, height, width * CHANNELS, CHANNELS, bands, null);
        return new BufferedImage(model, raster, false, null);
    }
}
