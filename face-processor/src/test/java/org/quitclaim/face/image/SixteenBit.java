package org.quitclaim.face.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;

/** The same picture with two bytes per channel. */
final class SixteenBit {

    private static final int WIDEN = 257;

    private SixteenBit() {}

    static BufferedImage of(BufferedImage eightBit) {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, 1, DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(eightBit.getWidth(), eightBit.getHeight());
        for (int y = 0; y < eightBit.getHeight(); y++) {
            for (int x = 0; x < eightBit.getWidth(); x++) {
                int pixel = eightBit.getRGB(x, y);
                raster.setSample(x, y, 0, (pixel >> 16 & 0xFF) * WIDEN);
                raster.setSample(x, y, 1, (pixel >> 8 & 0xFF) * WIDEN);
                raster.setSample(x, y, 2, (pixel & 0xFF) * WIDEN);
            }
        }
        return new BufferedImage(model, raster, false, null);
    }
}
