package org.quitclaim.drawn;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.Random;

/** Paints a park on a sheet 1000 high. */
final class Outdoors {
    private Outdoors() {}

    static void park(Paper paper, double wide, Random random) {
        Rooms.gradient(paper, wide, 0, 640, new Color(0x9cc7e6), new Color(0xeaf3ee));
        crowns(paper, wide, random, 40, 330, 150, new Color(0x86a878));
        crowns(paper, wide, random, 26, 420, 190, new Color(0x5f8a55));
        for (int i = 0; i < 5; i++) {
            double x = wide * (i + random.nextDouble() * 0.7) / 5;
            Rooms.box(paper, x, 330, 26 + random.nextInt(16), 330, new Color(0x5d4a3a));
        }
        crowns(paper, wide, random, 16, 250, 170, new Color(0x4d7a48));
        Rooms.gradient(paper, wide, 600, 1000, new Color(0x8fb365), new Color(0x557a3d));
        path(paper, wide);
        for (int i = 0; i < 60; i++) {
            double y = 80 + random.nextDouble() * 420;
            paper.spot(random.nextDouble() * wide, y, 16, 16, new Color(0xfdf6c9), 0.35 * random.nextDouble());
        }
        paper.spot(wide * 0.2, 120, wide * 0.5, 420, new Color(0xfff3cf), 0.6);
    }

    private static void crowns(Paper paper, double wide, Random random, int count, double y, double size, Color leaf) {
        for (int i = 0; i < count; i++) {
            double r = size * (0.5 + random.nextDouble() * 0.6);
            double x = random.nextDouble() * wide;
            double at = y + random.nextGaussian() * 70;
            Color tone = Tone.mix(
                    leaf, random.nextBoolean() ? new Color(0xc8d98a) : new Color(0x2f5035), random.nextDouble() * 0.4);
            paper.ellipse(x, at, r, r * 0.8, tone);
            paper.spot(x - r * 0.3, at - r * 0.3, r * 0.6, r * 0.5, new Color(0xeef0b4), 0.3);
        }
    }

    private static void path(Paper paper, double wide) {
        Path2D.Double way = new Path2D.Double();
        way.moveTo(wide * 0.52, 600);
        way.quadTo(wide * 0.6, 760, wide * 0.2, 1000);
        way.lineTo(wide * 0.75, 1000);
        way.quadTo(wide * 0.72, 760, wide * 0.56, 600);
        way.closePath();
        paper.fill(way, new Color(0xd9c9a3));
    }
}
