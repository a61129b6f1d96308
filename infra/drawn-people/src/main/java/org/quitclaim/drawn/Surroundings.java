package org.quitclaim.drawn;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Random;

/**
 * Paints a place out of focus.
 *
 * <p>Painted at a quarter of the size and blurred: a lens that is open wide, and fast.
 */
final class Surroundings {
    private static final int SHRINK = 4;

    private Surroundings() {}

    static BufferedImage of(Scene scene) {
        int width = Math.ceilDiv(scene.width(), SHRINK);
        int height = Math.ceilDiv(scene.height(), SHRINK);
        Paper paper = new Paper(width, height);
        paper.graphics().scale(height / 1000.0, height / 1000.0);
        double wide = 1000.0 * width / height;
        Random random = new Random(scene.seed());
        switch (scene.backdrop()) {
            case STUDIO -> Rooms.studio(paper, wide, random);
            case WARD -> Rooms.ward(paper, wide);
            case TOWN_HALL -> Rooms.townHall(paper, wide);
            case PARK -> Outdoors.park(paper, wide, random);
            case MUSEUM -> Galleries.museum(paper, wide, random);
            case LIBRARY -> Galleries.library(paper, wide, random);
        }
        BufferedImage opaque = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(paper.image(), 0, 0, null);
        int radius = Math.max(1, height / 110);
        blur(opaque, radius);
        blur(opaque, radius);
        return opaque;
    }

    private static void blur(BufferedImage image, int radius) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int width = image.getWidth();
        int height = image.getHeight();
        int[] line = new int[Math.max(width, height)];
        for (int y = 0; y < height; y++) {
            average(pixels, y * width, 1, width, radius, line);
        }
        for (int x = 0; x < width; x++) {
            average(pixels, x, width, height, radius, line);
        }
    }

    private static void average(int[] pixels, int from, int step, int count, int radius, int[] line) {
        int r = 0;
        int g = 0;
        int b = 0;
        int span = 2 * radius + 1;
        for (int i = -radius; i <= radius; i++) {
            int p = pixels[from + Math.clamp(i, 0, count - 1) * step];
            r += p >> 16 & 255;
            g += p >> 8 & 255;
            b += p & 255;
        }
        for (int i = 0; i < count; i++) {
            line[i] = (r / span) << 16 | (g / span) << 8 | (b / span);
            int out = pixels[from + Math.max(0, i - radius) * step];
            int in = pixels[from + Math.min(count - 1, i + radius + 1) * step];
            r += (in >> 16 & 255) - (out >> 16 & 255);
            g += (in >> 8 & 255) - (out >> 8 & 255);
            b += (in & 255) - (out & 255);
        }
        for (int i = 0; i < count; i++) {
            pixels[from + i * step] = line[i];
        }
    }
}
