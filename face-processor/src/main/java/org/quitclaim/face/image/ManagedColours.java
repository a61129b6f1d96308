package org.quitclaim.face.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Pixels that are not sRGB become sRGB, by the profile that says what they are. */
final class ManagedColours {
    private static final ICC_Profile SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
    private static final int STRIP = 64;
    private static final int CHANNELS = UprightImage.BYTES_PER_PIXEL;
    private static final int RAMP = 4_096;
    private static final int MOST = 255;

    private ManagedColours() {}

    /** The same pixels, said to be of that profile; unchanged where the profile is of another kind than they are. */
    static BufferedImage said(BufferedImage image, ICC_Profile profile) {
        ColorModel model = image.getColorModel();
        if (model instanceof IndexColorModel palette) {
            return profile.getColorSpaceType() == ColorSpace.TYPE_RGB ? ofPalette(image, palette, profile) : image;
        }
        if (profile.getNumComponents() != model.getNumColorComponents() || !(model instanceof ComponentColorModel)) {
            return image;
        }
        ComponentColorModel said = new ComponentColorModel(
                new ICC_ColorSpace(profile),
                model.hasAlpha(),
                false,
                model.hasAlpha() ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                model.getTransferType());
        return new BufferedImage(said, image.getRaster(), false, null);
    }

    private static BufferedImage ofPalette(BufferedImage image, IndexColorModel palette, ICC_Profile profile) {
        int size = palette.getMapSize();
        byte[] colours = new byte[size * CHANNELS];
        byte[] alpha = new byte[size];
        for (int i = 0; i < size; i++) {
            colours[CHANNELS * i] = (byte) palette.getRed(i);
            colours[CHANNELS * i + 1] = (byte) palette.getGreen(i);
            colours[CHANNELS * i + 2] = (byte) palette.getBlue(i);
            alpha[i] = (byte) palette.getAlpha(i);
        }
        WritableRaster stored = interleaved(size, 1);
        stored.setDataElements(0, 0, size, 1, colours);
        WritableRaster seen = interleaved(size, 1);
        new ColorConvertOp(new ICC_Profile[] {profile, SRGB}, null).filter(stored, seen);
        byte[] shown = (byte[]) seen.getDataElements(0, 0, size, 1, null);
        byte[] red = new byte[size];
        byte[] green = new byte[size];
        byte[] blue = new byte[size];
        for (int i = 0; i < size; i++) {
            red[i] = shown[CHANNELS * i];
            green[i] = shown[CHANNELS * i + 1];
            blue[i] = shown[CHANNELS * i + 2];
        }
        IndexColorModel model = new IndexColorModel(palette.getPixelSize(), size, red, green, blue, alpha);
        return new BufferedImage(model, image.getRaster(), false, null);
    }

    /** Over white where the image is transparent; strip by strip, because the platform copies what it converts. */
    static UprightImage toSrgb(BufferedImage image) {
        ICC_Profile profile = ((ICC_ColorSpace) image.getColorModel().getColorSpace()).getProfile();
        ColorConvertOp conversion = new ColorConvertOp(new ICC_Profile[] {profile, SRGB}, null);
        int width = image.getWidth();
        int[] colours = new int[image.getColorModel().getNumColorComponents()];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = i;
        }
        byte[] rgb = room(image);
        Raster pixels = image.getRaster();
        for (int y = 0; y < image.getHeight(); y += STRIP) {
            int rows = Math.min(STRIP, image.getHeight() - y);
            WritableRaster seen = interleaved(width, rows);
            conversion.filter(pixels.createChild(0, y, width, rows, 0, 0, colours), seen);
            byte[] shown = (byte[]) seen.getDataElements(0, 0, width, rows, null);
            System.arraycopy(shown, 0, rgb, y * width * CHANNELS, shown.length);
        }
        if (image.getColorModel().hasAlpha()) {
            layOnWhite(rgb, pixels);
        }
        return new UprightImage(width, image.getHeight(), rgb);
    }

    /** The decoder's own array where it is of the same size, since each strip is read before it is written. */
    private static byte[] room(BufferedImage image) {
        int size = image.getWidth() * image.getHeight() * CHANNELS;
        return image.getRaster().getDataBuffer() instanceof DataBufferByte own
                        && own.getNumBanks() == 1
                        && own.getData().length == size
                        && image.getRaster().getNumBands() == CHANNELS
                ? own.getData()
                : new byte[size];
    }

    private static void layOnWhite(byte[] rgb, Raster pixels) {
        int band = pixels.getNumBands() - 1;
        int most = (1 << pixels.getSampleModel().getSampleSize(band)) - 1;
        int[] alpha = new int[pixels.getWidth()];
        int at = 0;
        for (int y = 0; y < pixels.getHeight(); y++) {
            pixels.getSamples(0, y, alpha.length, 1, band, alpha);
            for (int opacity : alpha) {
                for (int i = 0; i < CHANNELS; i++, at++) {
                    long over = (long) (rgb[at] & 0xFF) * opacity + (long) MOST * (most - opacity);
                    rgb[at] = (byte) ((over + most / 2) / most);
                }
            }
        }
    }

    /** What each of {@link #RAMP} steps of grey looks like. */
    static byte[] greys(ICC_Profile profile) {
        ComponentColorModel model = new ComponentColorModel(
                new ICC_ColorSpace(profile), false, false, Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        WritableRaster ramp = model.createCompatibleWritableRaster(RAMP, 1);
        for (int i = 0; i < RAMP; i++) {
            ramp.setSample(i, 0, 0, i * 65_535 / (RAMP - 1));
        }
        byte[] rgb = toSrgb(new BufferedImage(model, ramp, false, null)).rgb();
        byte[] greys = new byte[RAMP];
        for (int i = 0; i < RAMP; i++) {
            greys[i] = rgb[CHANNELS * i + 1];
        }
        return greys;
    }

    private static WritableRaster interleaved(int width, int height) {
        return Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, CHANNELS, null);
    }
}
