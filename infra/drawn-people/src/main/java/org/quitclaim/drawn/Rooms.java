package org.quitclaim.drawn;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Random;

/** Paints rooms on a sheet 1000 high. */
final class Rooms {
    private static final Color[] PAPERS = {
        new Color(0x8fa6b2), new Color(0xb7a68f), new Color(0x93a48b), new Color(0xa795ad), new Color(0xc2b8ab)
    };

    private Rooms() {}

    static void gradient(Paper paper, double wide, double from, double to, Color above, Color below) {
        paper.fill(
                new Rectangle2D.Double(0, from, wide, to - from),
                new GradientPaint(0, (float) from, above, 0, (float) to, below));
    }

    static void box(Paper paper, double x, double y, double w, double h, Color color) {
        paper.fill(new Rectangle2D.Double(x, y, w, h), color);
    }

    static void studio(Paper paper, double wide, Random random) {
        Color sheet = PAPERS[random.nextInt(PAPERS.length)];
        gradient(paper, wide, 0, 1000, Tone.darker(sheet, 0.22), Tone.darker(sheet, 0.42));
        paper.spot(wide * 0.42, 400, wide * 0.75, 620, Tone.lighter(sheet, 0.42), 0.85);
    }

    static void ward(Paper paper, double wide) {
        gradient(paper, wide, 0, 640, new Color(0xdfe9e6), new Color(0xc6d6d2));
        gradient(paper, wide, 640, 1000, new Color(0xa9bfc0), new Color(0x7f989c));
        box(paper, 0, 610, wide, 22, new Color(0x8fb0a8));
        window(paper, wide * 0.08, 60, wide * 0.3, 430);
        Color curtain = new Color(0x7fb2b8);
        for (int i = 0; i < 9; i++) {
            double x = wide * 0.74 + i * wide * 0.03;
            box(paper, x, 0, wide * 0.016, 800, Tone.darker(curtain, 0.18));
            box(paper, x + wide * 0.016, 0, wide * 0.014, 800, Tone.lighter(curtain, 0.12));
        }
        box(paper, 0, 26, wide, 12, new Color(0x9aa7a8));
        bed(paper, wide);
        box(paper, wide * 0.63, 180, 9, 560, new Color(0x8c9698));
        paper.fill(new RoundRectangle2D.Double(wide * 0.63 - 38, 190, 62, 110, 20, 20), new Color(0xe9f1f2));
        paper.spot(wide * 0.24, 300, wide * 0.5, 600, Color.WHITE, 0.5);
    }

    private static void bed(Paper paper, double wide) {
        paper.fill(new RoundRectangle2D.Double(wide * 0.3, 640, wide * 0.5, 190, 40, 40), new Color(0xeef2f4));
        paper.fill(new RoundRectangle2D.Double(wide * 0.32, 590, wide * 0.16, 90, 50, 50), Color.WHITE);
        box(paper, wide * 0.3, 780, wide * 0.5, 50, new Color(0x86a3c0));
        box(paper, wide * 0.29, 560, 16, 320, new Color(0xa8b2b5));
    }

    static void window(Paper paper, double x, double y, double w, double h) {
        box(paper, x - 12, y - 12, w + 24, h + 24, new Color(0xf5f3ee));
        paper.fill(
                new Rectangle2D.Double(x, y, w, h),
                new GradientPaint(0, (float) y, new Color(0xd6ecfa), 0, (float) (y + h), new Color(0xf7fbf6)));
        paper.fill(new Ellipse2D.Double(x + w * 0.1, y + h * 0.7, w * 0.5, h * 0.3), new Color(0xa8c79a));
        paper.fill(new Ellipse2D.Double(x + w * 0.5, y + h * 0.62, w * 0.5, h * 0.38), new Color(0x93b98a));
        box(paper, x + w / 2 - 5, y, 10, h, new Color(0xf5f3ee));
        box(paper, x, y + h * 0.4, w, 8, new Color(0xf5f3ee));
    }

    static void townHall(Paper paper, double wide) {
        gradient(paper, wide, 0, 700, new Color(0xe6dac2), new Color(0xc9b48f));
        box(paper, 0, 0, wide, 60, new Color(0x8b6a44));
        box(paper, 0, 60, wide, 14, new Color(0xc7a469));
        for (int i = 0; i < 4; i++) {
            double x = wide * (0.04 + 0.27 * i);
            paper.fill(new RoundRectangle2D.Double(x, 120, wide * 0.13, 520, 160, 160), new Color(0xf4f1e2));
            paper.fill(new RoundRectangle2D.Double(x + 14, 134, wide * 0.13 - 28, 500, 140, 140), new Color(0xd4e6ee));
            box(paper, x + wide * 0.065 - 4, 134, 8, 500, new Color(0xf4f1e2));
            column(paper, x + wide * 0.18, wide * 0.045);
        }
        gradient(paper, wide, 640, 800, new Color(0x7a5330), new Color(0x5f3f24));
        for (int i = 0; i < 12; i++) {
            box(paper, i * wide / 12 + 12, 664, wide / 12 - 24, 110, new Color(0x8a6039));
        }
        gradient(paper, wide, 800, 1000, new Color(0xa9563f), new Color(0x7b3a2c));
        paper.spot(wide * 0.3, 300, wide * 0.6, 500, new Color(0xfff4d8), 0.4);
    }

    private static void column(Paper paper, double x, double w) {
        paper.fill(
                new Rectangle2D.Double(x, 74, w, 580),
                new GradientPaint((float) x, 0, new Color(0xf7f0e0), (float) (x + w), 0, new Color(0xa8987a)));
        box(paper, x - 12, 74, w + 24, 36, new Color(0xe9dcbf));
        box(paper, x - 12, 620, w + 24, 40, new Color(0xb9a681));
    }
}
