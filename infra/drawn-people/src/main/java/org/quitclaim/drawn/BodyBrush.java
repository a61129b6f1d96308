package org.quitclaim.drawn;

import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.Shape;

/** Paints shoulders, arms and clothes down to the waist. */
final class BodyBrush {
    private final Sitting sitting;
    private final Clothes clothes;
    /** Where the neck ends. */
    private final double base;

    private final double shoulders;
    private final double neck;

    BodyBrush(Sitting sitting) {
        this.sitting = sitting;
        this.clothes = sitting.character().clothes();
        Head head = sitting.character().head();
        this.base = head.chinY() + 28;
        this.shoulders = head.shoulders();
        this.neck = head.neck();
    }

    void paint(Paper paper) {
        Paper sheet = paper.sheet();
        sheet.fill(torso(), cloth(clothes.color()));
        sheet.onlyInside();
        new CollarBrush(sitting).paint(sheet);
        folds(sheet);
        paper.lay(sheet);
    }

    private Shape torso() {
        double s = shoulders;
        double n = neck + 10;
        if (sitting.stone()) {
            return bust(n, s * 0.82);
        }
        return Contour.still()
                .move(-n, base - 6)
                .cubic(-n - 20, base + 20, -s * 0.62, base + 22, -s * 0.8, base + 42)
                .cubic(-s * 1.04, base + 62, -s * 1.08, base + 130, -s * 1.14, base + 230)
                .line(-s * 1.2, base + 900)
                .line(s * 1.2, base + 900)
                .line(s * 1.14, base + 230)
                .cubic(s * 1.08, base + 130, s * 1.04, base + 62, s * 0.8, base + 42)
                .cubic(s * 0.62, base + 22, n + 20, base + 20, n, base - 6)
                .quad(0, base + 30, -n, base - 6)
                .closed();
    }

    private Shape bust(double n, double s) {
        return Contour.still()
                .move(-n, base - 6)
                .cubic(-n - 20, base + 20, -s * 0.7, base + 20, -s * 0.9, base + 46)
                .cubic(-s * 0.98, base + 80, -s * 0.7, base + 130, -60, base + 150)
                .line(60, base + 150)
                .cubic(s * 0.7, base + 130, s * 0.98, base + 80, s * 0.9, base + 46)
                .cubic(s * 0.7, base + 20, n + 20, base + 20, n, base - 6)
                .quad(0, base + 30, -n, base - 6)
                .closed();
    }

    private LinearGradientPaint cloth(Color color) {
        boolean fromLeft = sitting.light().side() < 0;
        Color lit = Tone.lighter(color, 0.13);
        Color dim = Tone.darker(color, 0.34);
        float w = (float) (shoulders * 1.15);
        return new LinearGradientPaint(
                -w,
                0,
                w,
                (float) base,
                new float[] {0, 0.45f, 1},
                fromLeft ? new Color[] {lit, color, dim} : new Color[] {dim, color, lit});
    }

    private void folds(Paper sheet) {
        Color dark = Tone.darker(clothes.color(), 0.6);
        for (int side = -1; side <= 1; side += 2) {
            double s = side * shoulders;
            Shape arm = Contour.still()
                    .move(s * 0.84, base + 74)
                    .cubic(s * 0.76, base + 150, s * 0.8, base + 330, s * 0.85, base + 900)
                    .open();
            sheet.softLine(arm, 17, dark, 0.38);
            sheet.spot(s * 0.72, base + 54, 52, 24, Tone.lighter(clothes.color(), 0.6), 0.18);
        }
        sheet.spot(0, base + 8, neck * 1.7, 34, dark, 0.35);
    }
}
