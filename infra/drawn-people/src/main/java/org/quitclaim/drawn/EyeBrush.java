package org.quitclaim.drawn;

import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** Paints eyes and eyebrows. */
final class EyeBrush {
    private final Sitting sitting;
    private final Eyes eyes;
    private final Skin skin;

    EyeBrush(Sitting sitting) {
        this.sitting = sitting;
        this.eyes = sitting.character().eyes();
        this.skin = sitting.character().skin();
    }

    void paint(Paper paper) {
        for (int side = -1; side <= 1; side += 2) {
            socket(paper, side);
            eye(paper, side);
            brow(paper, side);
        }
    }

    private double open() {
        return eyes.halfHeight() * (1 - 0.55 * sitting.expression().squint);
    }

    private double x(int side, double out) {
        return side * (eyes.spacing() + out);
    }

    private void socket(Paper paper, int side) {
        Point2D.Double p = sitting.facing().onFace(x(side, 0), -8, 0);
        paper.spot(p.x, p.y, eyes.halfWidth() * 1.5, 17, skin.line(), 0.3);
        Point2D.Double inner = sitting.facing().onFace(x(side, -eyes.halfWidth() - 3), -5, 4);
        paper.spot(inner.x, inner.y, 9, 15, skin.line(), 0.32);
    }

    private Contour lid(int side, double grow, double raise) {
        double w = eyes.halfWidth() + grow;
        double h = open() * 1.42 + raise;
        return sitting.face(0)
                .move(x(side, -w), 3)
                .cubic(x(side, -w * 0.55), -h, x(side, w * 0.45), -h - eyes.slant(), x(side, w), -eyes.slant());
    }

    private Shape almond(int side) {
        double w = eyes.halfWidth();
        double low = open() * 0.95;
        return lid(side, 0, 0)
                .cubic(x(side, w * 0.5), low, x(side, -w * 0.5), low + 1, x(side, -w), 3)
                .closed();
    }

    private void eye(Paper paper, int side) {
        Paper sheet = paper.sheet();
        Shape almond = almond(side);
        Point2D.Double middle = sitting.facing().onFace(x(side, 0), -open() * 0.2, 0);
        sheet.fill(almond, white(middle));
        sheet.onlyInside();
        if (sitting.stone()) {
            carved(sheet, middle);
        } else {
            Point2D.Double corner = sitting.facing().onFace(x(side, -eyes.halfWidth() + 2), 3, 0);
            sheet.spot(corner.x, corner.y, 5, 4, skin.blush(), 0.8);
            iris(sheet, middle);
        }
        sheet.softLine(lid(side, 1, 0).open(), 9, Palette.INK, sitting.stone() ? 0.25 : 0.45);
        paper.lay(sheet);
        lashes(paper, side);
    }

    private LinearGradientPaint white(Point2D.Double middle) {
        Color ball = sitting.stone() ? skin.base() : new Color(0xf4efe9);
        return new LinearGradientPaint(
                (float) middle.x,
                (float) (middle.y - eyes.halfHeight()),
                (float) middle.x,
                (float) (middle.y + eyes.halfHeight()),
                new float[] {0, 0.55f, 1},
                new Color[] {Tone.mix(ball, skin.dark(), 0.45), ball, Tone.mix(ball, skin.dark(), 0.16)});
    }

    /** Sculptors drill the pupil and cut the rim of the iris. */
    private void carved(Paper sheet, Point2D.Double at) {
        double r = eyes.halfHeight() * 1.05;
        sheet.ellipse(at.x, at.y, r, r, Tone.mix(skin.base(), skin.dark(), 0.55));
        sheet.spot(at.x, at.y + r * 0.35, r * 0.9, r * 0.6, skin.light(), 0.4);
        sheet.ellipse(at.x, at.y - r * 0.1, r * 0.48, r * 0.48, Tone.darker(skin.line(), 0.45));
    }

    private void iris(Paper sheet, Point2D.Double at) {
        double r = Math.min(eyes.halfHeight() * 1.16, eyes.halfWidth() * 0.54);
        double gaze = -sitting.pose().yaw() * 0.16;
        double x = at.x + gaze;
        Color iris = eyes.iris();
        sheet.ellipse(
                x,
                at.y,
                r,
                r,
                new RadialGradientPaint(
                        new Point2D.Double(x, at.y + r * 0.3),
                        (float) (r * 1.25),
                        new float[] {0.15f, 0.6f, 0.8f, 1f},
                        new Color[] {Tone.lighter(iris, 0.25), iris, Tone.darker(iris, 0.35), Tone.darker(iris, 0.7)}));
        sheet.ellipse(x, at.y, r * 0.45, r * 0.45, new Color(0x0d0a09));
        double gleam = sitting.light().side() < 0 ? -1 : 1;
        sheet.ellipse(x + gleam * r * 0.36, at.y - r * 0.36, r * 0.21, r * 0.21, Tone.alpha(Color.WHITE, 0.95));
        sheet.ellipse(x - gleam * r * 0.4, at.y + r * 0.42, r * 0.12, r * 0.12, Tone.alpha(Color.WHITE, 0.4));
    }

    private void lashes(Paper paper, int side) {
        double made = eyes.lashes();
        Color dark = sitting.stone() ? skin.line() : Tone.mix(skin.line(), Palette.INK, 0.55 + 0.45 * made);
        double w = eyes.halfWidth();
        Path2D.Double edge = lid(side, 1.2, 1).open();
        paper.line(edge, 2.2 + 1.8 * made, dark, 0.9);
        if (made > 0.35 && !sitting.stone()) {
            Shape wing = sitting.face(0)
                    .move(x(side, w * 0.6), -open() * 0.55 - eyes.slant())
                    .quad(x(side, w + 1), -eyes.slant() - 2, x(side, w + 6 * made), -eyes.slant() - 5 * made)
                    .open();
            paper.line(wing, 2.6 * made, dark, 0.9);
        }
        double crease = 6 - 2.5 * eyes.hood();
        paper.softLine(lid(side, 2, crease).open(), 3.4, skin.line(), 0.75 * (1 - 0.75 * eyes.hood()));
        Shape lower = sitting.face(0)
                .move(x(side, -w + 3), 4.5)
                .cubic(x(side, -w * 0.4), open() + 1.8, x(side, w * 0.5), open(), x(side, w), -eyes.slant() + 1)
                .open();
        paper.softLine(lower, 3, skin.line(), 0.6 + 0.3 * made);
        Shape bag = sitting.face(0)
                .move(x(side, -w * 0.8), 10)
                .quad(x(side, 0), open() + 12 - 3 * sitting.expression().squint, x(side, w * 0.9), 8)
                .open();
        paper.softLine(bag, 5, skin.line(), 0.1 + 0.25 * sitting.expression().squint);
    }

    private void brow(Paper paper, int side) {
        Brows b = sitting.character().brows();
        double y = -b.height() - sitting.expression().browLift;
        double t = b.thickness() * 0.5;
        double frown = sitting.expression() == Expression.SERIOUS ? 2 : 0;
        Shape shape = sitting.face(5)
                .move(x(side, -24), y + 3 - t + frown)
                .cubic(x(side, -10), y - b.arch() * 0.55 - t, x(side, 8), y - b.arch() - t, x(side, 31), y + 4)
                .cubic(
                        x(side, 10),
                        y - b.arch() + t * 0.9,
                        x(side, -8),
                        y - b.arch() * 0.4 + t,
                        x(side, -25),
                        y + 3 + t + frown)
                .closed();
        Paper sheet = paper.sheet();
        sheet.softFill(shape, 2.6, b.color(), sitting.stone() ? 0.35 : 0.78);
        sheet.onlyInside();
        for (int i = 0; i < 13 && !sitting.stone(); i++) {
            double out = -22 + i * 3.7;
            double lift = b.arch() * Math.sin(Math.PI * (out + 24) / 58);
            Shape hair = sitting.face(5)
                    .move(x(side, out), y - lift * 0.8 + t + 3)
                    .line(x(side, out + 4), y - lift * 0.8 - t * 0.7 + 1)
                    .open();
            sheet.line(hair, 0.9, Tone.darker(b.color(), 0.2), 0.32);
        }
        paper.lay(sheet);
    }
}
