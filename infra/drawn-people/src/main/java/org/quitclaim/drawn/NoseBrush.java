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
                .quad(shade * 9, tip * 0.55, shade * w * 0.8, tip - 8)
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
                .move(side * w * 0.94, tip - 8)
                .cubic(side * w * 1.16, tip - 3, side * w * 1.14, tip + 10, side * w * 0.74, tip + 9)
                .open();
        paper.softLine(wing, 5, skin.line(), 0.55);
        Shape nostril = sitting.face(16)
                .move(side * w * 0.28, tip + 8.5)
                .quad(side * w * 0.5, tip + 3.5, side * w * 0.76, tip + 7.5)
                .quad(side * w * 0.52, tip + 11, side * w * 0.28, tip + 8.5)
                .closed();
        paper.softFill(nostril, 1.2, Tone.darker(skin.line(), 0.45), 0.85);
    }
}
