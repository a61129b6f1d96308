package org.quitclaim.drawn;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.Random;

/** Paints a museum and a library on a sheet 1000 high. */
final class Galleries {
    private static final Color[] PIGMENTS = {
        new Color(0xb5533c),
        new Color(0x2f5d73),
        new Color(0xd9a441),
        new Color(0x5b7352),
        new Color(0x7d5a78),
        new Color(0xe2d6bd),
        new Color(0x23303a)
    };

    private Galleries() {}

    private static Color any(Random random) {
        return PIGMENTS[random.nextInt(PIGMENTS.length)];
    }

    static void museum(Paper paper, double wide, Random random) {
        Rooms.gradient(paper, wide, 0, 720, new Color(0xb9c0bf), new Color(0xd3d1c8));
        double x = wide * 0.03;
        while (x < wide * 0.97) {
            double w = 190 + random.nextInt(150);
            double h = 220 + random.nextInt(170);
            double y = 330 - h / 2;
            paper.spot(x + w / 2, 260, w * 1.1, 460, Color.WHITE, 0.55);
            Rooms.box(paper, x, y, w, h, new Color(0x6b4f2c));
            Rooms.box(paper, x + 14, y + 14, w - 28, h - 28, any(random));
            for (int i = 0; i < 4; i++) {
                double r = 30 + random.nextInt(60);
                double px = x + 20 + random.nextDouble() * (w - 40 - r);
                double py = y + 20 + random.nextDouble() * (h - 40 - r);
                paper.fill(new Ellipse2D.Double(px, py, r, r), any(random));
            }
            x += w + 90;
        }
        Rooms.box(paper, 0, 700, wide, 26, new Color(0xf1efe9));
        Rooms.gradient(paper, wide, 726, 1000, new Color(0xa77c4f), new Color(0x6f4e2f));
        paper.spot(wide * 0.4, 790, wide * 0.5, 90, new Color(0xf2d9ae), 0.5);
    }

    static void library(Paper paper, double wide, Random random) {
        Rooms.gradient(paper, wide, 0, 1000, new Color(0x7a5f44), new Color(0x58432f));
        for (int shelf = 0; shelf < 5; shelf++) {
            double foot = 180 + shelf * 190;
            double x = 0;
            while (x < wide) {
                double w = 18 + random.nextInt(26);
                double h = 110 + random.nextInt(50);
                Rooms.box(paper, x, foot - h, w, h, Tone.mix(any(random), new Color(0xb99a70), 0.3));
                x += w + (random.nextInt(9) == 0 ? 40 : 3);
            }
            Rooms.box(paper, 0, foot, wide, 20, new Color(0x8b6843));
        }
        paper.spot(wide * 0.25, 300, wide * 0.5, 600, new Color(0xffe2ae), 0.38);
    }
}
