package org.quitclaim.drawn;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * The light on a face: an ellipsoid with bumps for nose, brow, cheeks and chin, lit from one side and coloured from the
 * skin's shadow tone to its light one.
 *
 * <p>Computed on a coarse grid and stretched over the head: light on skin has no sharp edges.
 */
final class SkinRelief {
    static final double LEFT = -135;
    static final double TOP = -165;
    static final double STEP = 2.5;
    private static final int COLUMNS = 108;
    private static final int ROWS = 136;
    private final Sitting sitting;
    private final List<Bump> bumps = new ArrayList<>();
    private final List<Bump> blushes = new ArrayList<>();

    private record Bump(double height, double x, double y, double rx, double ry) {
        double at(double px, double py) {
            double dx = (px - x) / rx;
            double dy = (py - y) / ry;
            double d = dx * dx + dy * dy;
            return d > 7 ? 0 : height * Math.exp(-d);
        }
    }

    SkinRelief(Sitting sitting) {
        this.sitting = sitting;
        DrawnCharacter c = sitting.character();
        Head head = c.head();
        Nose nose = c.nose();
        double smile = Math.max(0, sitting.expression().smile);
        double age = c.look().age();
        double w = head.halfWidth();
        bump(6 * nose.bridge(), 0, nose.tipY() * 0.45, 10, nose.tipY() * 0.5, 20);
        bump(14, 0, nose.tipY() - 2, nose.halfWidth() * 0.68, 14, 24);
        for (int side = -1; side <= 1; side += 2) {
            double ex = side * c.eyes().spacing();
            bump(6, side * nose.halfWidth() * 0.8, nose.tipY() + 2, 8, 8, 14);
            bump(-8 - 3 * age, ex, -3, 27, 16, 0);
            bump(5, ex, -27, 30, 10, 4);
            bump(7 + 5 * smile, side * w * 0.57, 34 - 4 * smile, 27, 21, 0);
            bump(-3 * age, ex * 0.9, 17, 16, 6, 0);
            blush(0.5 + 0.2 * smile - 0.2 * age, side * w * 0.58, 38 - 4 * smile, 30, 22);
        }
        double mouth = c.mouth().y();
        bump(5, 0, mouth - 2, c.mouth().halfWidth(), 17, 8);
        bump(-4, 0, mouth + c.mouth().lower() + 10, 24, 7, 4);
        bump(8, 0, head.chinY() - 18, head.chin() * 0.85 + 6, 14, 6);
        blush(0.35, 0, nose.tipY() - 2, 15, 11);
        blush(0.18, 0, head.chinY() - 16, 24, 12);
        blush(-0.12, 0, -70, 60, 30);
    }

    private void bump(double height, double x, double y, double rx, double ry, double lift) {
        Point2D.Double p = sitting.facing().onFace(x, y, lift);
        bumps.add(new Bump(height, p.x, p.y, rx, ry));
    }

    private void blush(double strength, double x, double y, double rx, double ry) {
        Point2D.Double p = sitting.facing().onFace(x, y, 0);
        blushes.add(new Bump(strength, p.x, p.y, rx, ry));
    }

    BufferedImage image() {
        BufferedImage image = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                double x = LEFT + column * STEP;
                double y = TOP + row * STEP;
                image.setRGB(column, row, shade(x, y).getRGB());
            }
        }
        return image;
    }

    private Color shade(double x, double y) {
        Head head = sitting.character().head();
        Point2D.Double middle = sitting.facing().onOutline(0, y);
        double u = (x - middle.x) / (head.halfWidth() * 1.1);
        double v = (y - 4) / 178;
        double inside = Math.max(0.05, 1 - u * u - v * v);
        double root = Math.sqrt(inside);
        double slopeX = -92 * u / (root * head.halfWidth() * 1.1);
        double slopeY = -60 * v / (root * 178);
        for (Bump b : bumps) {
            double h = b.at(x, y);
            slopeX -= 2 * (x - b.x) / (b.rx * b.rx) * h;
            slopeY -= 2 * (y - b.y) / (b.ry * b.ry) * h;
        }
        return tone(slopeX, slopeY, blushAt(x, y));
    }

    private double blushAt(double x, double y) {
        double sum = 0;
        for (Bump b : blushes) {
            sum += b.at(x, y);
        }
        return sum;
    }

    private Color tone(double slopeX, double slopeY, double blush) {
        Skin skin = sitting.character().skin();
        double lx = sitting.light().side() * 0.9;
        double ly = -0.42;
        double lz = 1.0;
        double length = Math.sqrt(slopeX * slopeX + slopeY * slopeY + 1) * Math.sqrt(lx * lx + ly * ly + lz * lz);
        double lambert = (-slopeX * lx - slopeY * ly + lz) / length;
        double t = Math.clamp((lambert - 0.12) / 0.88, 0, 1);
        Color lit = t < 0.62
                ? Tone.mix(skin.dark(), skin.base(), smooth(t / 0.62))
                : Tone.mix(skin.base(), skin.light(), (t - 0.62) / 0.38);
        double shine = Math.pow(Math.max(0, lambert), 26) * (sitting.stone() ? 0.08 : 0.13);
        Color flushed = blush >= 0 ? Tone.mix(lit, skin.blush(), blush * 0.6) : Tone.mix(lit, skin.light(), -blush);
        return Tone.lighter(flushed, shine);
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t) * 0.5 + t * 0.5;
    }
}
