package org.quitclaim.face.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/** Any decoded image to packed sRGB bytes. */
final class PixelPacking {

    private static final int STRIP = 64;
    private static final ICC_Profile LINEAR = ICC_Profile.getInstance(ColorSpace.CS_GRAY);

    private PixelPacking() {}

    static UprightImage pack(BufferedImage image) {
        if (image.isAlphaPremultiplied()) {
            image.coerceData(false);
        }
        ColorSpace space = image.getColorModel().getColorSpace();
        if (space.getType() == ColorSpace.TYPE_GRAY) {
            return packGrey(image);
        }
        if (!space.isCS_sRGB()
                && space instanceof ICC_ColorSpace
                && image.getColorModel() instanceof ComponentColorModel) {
            return ManagedColours.toSrgb(image);
        }
        return swapped(image.getType() == BufferedImage.TYPE_3BYTE_BGR && space.isCS_sRGB() ? image : converted(image));
    }

    /** A picture to draw on; the image's own pixels stay as they are. */
    static BufferedImage unpack(UprightImage image) {
        BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] target = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        byte[] source = image.rgb();
        for (int i = 0; i < source.length; i += UprightImage.BYTES_PER_PIXEL) {
            target[i] = source[i + 2];
            target[i + 1] = source[i + 1];
            target[i + 2] = source[i];
        }
        return picture;
    }

    /**
     * Draws through the colour management of the platform, over white where the image is transparent; strip by strip,
     * because the platform makes copies of what is drawn that take more than the image itself.
     */
    private static BufferedImage converted(BufferedImage image) {
        BufferedImage target = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = target.createGraphics();
        for (int y = 0; y < image.getHeight(); y += STRIP) {
            int rows = Math.min(STRIP, image.getHeight() - y);
            graphics.drawImage(image.getSubimage(0, y, image.getWidth(), rows), 0, y, Color.WHITE, null);
        }
        graphics.dispose();
        return target;
    }

    /** Red and blue change places inside the decoder's own array when it can be had, so that nothing is copied. */
    private static UprightImage swapped(BufferedImage image) {
        int count = image.getWidth() * image.getHeight() * UprightImage.BYTES_PER_PIXEL;
        byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        if (bytes.length != count) {
            return swapped(converted(image));
        }
        for (int i = 0; i < count; i += UprightImage.BYTES_PER_PIXEL) {
            byte blue = bytes[i];
            bytes[i] = bytes[i + 2];
            bytes[i + 2] = blue;
        }
        return new UprightImage(image.getWidth(), image.getHeight(), bytes);
    }

    /**
     * What Java calls grey is linear, and it would brighten what a file says nothing about: those values are what was meant.
     */
    private static UprightImage packGrey(BufferedImage image) {
        byte[] seen = image.getColorModel().getColorSpace() instanceof ICC_ColorSpace own
                        && !own.getProfile().equals(LINEAR)
                ? ManagedColours.greys(own.getProfile())
                : new byte[0];
        Raster raster = image.getRaster();
        int bits = image.getSampleModel().getSampleSize(0);
        int max = (1 << bits) - 1;
        boolean hasAlpha = image.getColorModel().hasAlpha();
        byte[] rgb = new byte[image.getWidth() * image.getHeight() * UprightImage.BYTES_PER_PIXEL];
        int[] grey = new int[image.getWidth()];
        int[] alpha = new int[image.getWidth()];
        int t = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getSamples(0, y, grey.length, 1, 0, grey);
            if (hasAlpha) {
                raster.getSamples(0, y, alpha.length, 1, 1, alpha);
            }
            for (int x = 0; x < grey.length; x++) {
                int opacity = hasAlpha ? alpha[x] : max;
                long shown = seen.length == 0
                        ? (long) grey[x]
                        : (seen[grey[x] * (seen.length - 1) / max] & 0xFF) * (long) max / 255;
                long overWhite = shown * opacity / max + max - opacity;
                byte value = (byte) ((overWhite * 255 + max / 2) / max);
                rgb[t++] = value;
                rgb[t++] = value;
                rgb[t++] = value;
            }
        }
        return new UprightImage(image.getWidth(), image.getHeight(), rgb);
    }
}
