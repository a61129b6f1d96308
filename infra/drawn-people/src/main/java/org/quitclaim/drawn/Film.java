package org.quitclaim.drawn;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Random;

/** What a camera adds: the colour of the light, a slight vignette and grain. */
final class Film {
    private static final int TABLE = 1 << 13;
    private static final double GRAIN = 2.3;
    private static final double VIGNETTE = 0.16;

    private Film() {}

    static void develop(BufferedImage picture, Light light, long seed) {
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        int width = picture.getWidth();
        int height = picture.getHeight();
        int red = (int) (256 * light.brightness() * (1 + 0.06 * light.warmth()));
        int green = (int) (256 * light.brightness());
        int blue = (int) (256 * light.brightness() * (1 - 0.09 * light.warmth()));
        int[] across = fall(width);
        int[] down = fall(height);
        int[] grain = grain(seed);
        int at = (int) seed & 0xffff;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                int rgb = pixels[i];
                int fall = 1024 - across[x] - down[y];
                at = at * 1664525 + 1013904223;
                int noise = grain[at >>> 19];
                int r = (((rgb >> 16) & 255) * red >> 8) * fall >> 10;
                int g = (((rgb >> 8) & 255) * green >> 8) * fall >> 10;
                int b = ((rgb & 255) * blue >> 8) * fall >> 10;
                pixels[i] = clamp(r + noise) << 16 | clamp(g + noise) << 8 | clamp(b + noise);
            }
        }
    }

    private static int[] fall(int length) {
        int[] fall = new int[length];
        for (int i = 0; i < length; i++) {
            double d = 2.0 * i / length - 1;
            fall[i] = (int) (1024 * VIGNETTE * 0.5 * d * d);
        }
        return fall;
    }

    private static int[] grain(long seed) {
        Random random = new Random(seed);
        int[] grain = new int[TABLE];
        for (int i = 0; i < TABLE; i++) {
            grain[i] = (int) Math.round(random.nextGaussian() * GRAIN);
        }
        return grain;
    }

    private static int clamp(int value) {
        return Math.clamp(value, 0, 255);
    }
}
