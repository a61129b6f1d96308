package org.quitclaim.drawn;

import java.awt.Shape;
import java.awt.geom.Point2D;

/** Paints what the relief leaves out of a nose: nostrils, wings and the shadow under the tip. */
final class NoseBrush {
    private final Sitting sitting;
    private final Nose nose;
    private final Skin skin;

    NoseBrush(Sitting sitting) {
        this.sitting = sitting;
        this.nose = sitting.character().nose();
        this.skin = sitting.character().skin();
    }

    void paint(Paper paper) {
        double tip = nose.tipY();
        double w = nose.halfWidth();
        Point2D.Double under = sitting.facing().onFace(0, tip + 13, 8);
        paper.spot(under.x, under.y, w * 1.15, 9, skin.line(), 0.35);
        int shade = sitting.light().side() < 0 ? 1 : -1;
        Shape flank = sitting.face(10)
                .move(shade * 9, 2)
                .quad(shade * 10, tip * 0.55, shade * w * 0.72, tip - 9)
                .open();
        paper.softLine(flank, 14, skin.line(), 0.17 * nose.bridge());
        for (int side = -1; side <= 1; side += 2) {
            wing(paper, side, tip, w);
        }
        Shape base = sitting.face(16)
                .move(-w * 0.42, tip + 8)
                .quad(-w * 0.2, tip + 9, 0, tip + 13)
                .quad(w * 0.2, tip + 9, w * 0.42, tip + 8)
                .open();
        paper.softLine(base, 3.5, skin.line(), 0.75);
        Point2D.Double gleam = sitting.facing().onFace(-shade * 3, tip - 6, 26);
        paper.spot(gleam.x, gleam.y, 7, 6, skin.light(), 0.5);
    }

    private void wing(Paper paper, int side, double tip, double w) {
        Shape wing = sitting.face(12)
                .move(side * w * 0.86, tip - 12)
                .cubic(side * w * 1.12, tip - 4, side * w * 1.08, tip + 9, side * w * 0.66, tip + 8)
                .open();
        paper.softLine(wing, 4.5, skin.line(), 0.6);
        Shape nostril = sitting.face(16)
                .move(side * w * 0.24, tip + 7)
                .quad(side * w * 0.45, tip + 1.5, side * w * 0.72, tip + 6.5)
                .quad(side * w * 0.48, tip + 9.5, side * w * 0.24, tip + 7)
                .closed();
        paper.softFill(nostril, 1.2, Tone.darker(skin.line(), 0.45), 0.85);
    }
}
