package org.quitclaim.drawn;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Point2D;

/** Paints lips, and teeth when the mouth is open. */
final class MouthBrush {
    private final Sitting sitting;
    private final Mouth mouth;
    private final Skin skin;
    private final double w;
    private final double y;
    private final double corner;
    private final double gap;

    MouthBrush(Sitting sitting) {
        this.sitting = sitting;
        this.mouth = sitting.character().mouth();
        this.skin = sitting.character().skin();
        Expression e = sitting.expression();
        w = mouth.halfWidth() * (1 + 0.14 * Math.max(0, e.smile));
        y = mouth.y();
        corner = y - 7.5 * e.smile;
        gap = 13 * e.open;
    }

    void paint(Paper paper) {
        Color lip = mouth.color();
        if (gap > 0) {
            opening(paper);
        }
        Paper sheet = paper.sheet();
        sheet.fill(upper(), Tone.mix(lip, skin.line(), 0.16), 0.92);
        sheet.fill(lower(), lip, 0.9);
        sheet.onlyInside();
        Point2D.Double wet = at(sitting.light().side() * 8, y + gap + mouth.lower() * 0.55 + sag());
        sheet.spot(wet.x, wet.y, w * 0.42, mouth.lower() * 0.34, Tone.lighter(lip, 0.65), 0.55);
        Point2D.Double bow = at(0, y - mouth.upper() * 0.7);
        sheet.spot(bow.x, bow.y, w * 0.4, 3, Tone.lighter(lip, 0.4), 0.25);
        paper.lay(sheet);
        seam(paper);
    }

    private Point2D.Double at(double px, double py) {
        return sitting.facing().onFace(px, py, 8);
    }

    private double sag() {
        return 5 * Math.max(0, sitting.expression().smile);
    }

    private Contour corners() {
        return sitting.face(8);
    }

    private Shape upper() {
        double u = mouth.upper() * (1 - 0.4 * sitting.expression().open);
        double s = sag();
        return corners()
                .move(-w, corner)
                .cubic(-w * 0.55, y - u * 0.55, -w * 0.3, y - u - 1, -w * 0.13, y - u)
                .quad(0, y - u + 4.5, w * 0.13, y - u)
                .cubic(w * 0.3, y - u - 1, w * 0.55, y - u * 0.55, w, corner)
                .cubic(w * 0.5, y + s * 0.4 + 1, w * 0.2, y + s * 0.5 - 1.5, 0, y + s * 0.5 + 1)
                .cubic(-w * 0.2, y + s * 0.5 - 1.5, -w * 0.5, y + s * 0.4 + 1, -w, corner)
                .closed();
    }

    private Shape lower() {
        double top = y + gap + sag() * (gap > 0 ? 0.9 : 0.5);
        double low = y + gap + mouth.lower() * (1 - 0.3 * sitting.expression().open) + sag();
        return corners()
                .move(-w, corner)
                .cubic(-w * 0.5, top + 1, -w * 0.2, top, 0, top)
                .cubic(w * 0.2, top, w * 0.5, top + 1, w, corner)
                .cubic(w * 0.7, low - 3, w * 0.32, low, 0, low)
                .cubic(-w * 0.32, low, -w * 0.7, low - 3, -w, corner)
                .closed();
    }

    private void opening(Paper paper) {
        double bottom = y + gap + sag() + 2;
        Paper sheet = paper.sheet();
        Shape hole = corners()
                .move(-w, corner)
                .cubic(-w * 0.5, y, -w * 0.2, y, 0, y)
                .cubic(w * 0.2, y, w * 0.5, y, w, corner)
                .cubic(w * 0.6, bottom, w * 0.25, bottom, 0, bottom)
                .cubic(-w * 0.25, bottom, -w * 0.6, bottom, -w, corner)
                .closed();
        sheet.fill(hole, new Color(0x4a1917));
        sheet.onlyInside();
        Shape teeth = corners()
                .move(-w * 0.9, corner - 2)
                .quad(0, y - 6, w * 0.9, corner - 2)
                .cubic(w * 0.6, y + gap * 0.55 + sag(), w * 0.3, y + gap * 0.8 + sag(), 0, y + gap * 0.8 + sag())
                .cubic(-w * 0.3, y + gap * 0.8 + sag(), -w * 0.6, y + gap * 0.55 + sag(), -w * 0.9, corner - 2)
                .closed();
        sheet.fill(teeth, new Color(0xf3eee5));
        for (int i = -3; i <= 3; i++) {
            double x = i * w * 0.17 + w * 0.085;
            sheet.line(corners().move(x, y - 4).line(x, y + gap + 4).open(), 0.6, new Color(0xb7a493), 0.3);
        }
        sheet.softLine(corners().move(-w, corner).quad(0, y - 3, w, corner).open(), 9, new Color(0x6b3a34), 0.45);
        paper.lay(sheet);
    }

    private void seam(Paper paper) {
        double s = sag() * 0.5;
        Color dark = Tone.mix(Tone.darker(mouth.color(), 0.55), skin.line(), 0.4);
        if (gap == 0) {
            Shape seam = corners()
                    .move(-w, corner)
                    .cubic(-w * 0.5, y + s * 0.8 + 1, -w * 0.2, y + s - 1.5, 0, y + s + 1)
                    .cubic(w * 0.2, y + s - 1.5, w * 0.5, y + s * 0.8 + 1, w, corner)
                    .open();
            paper.line(seam, 1.6, dark, 0.75);
            paper.softLine(seam, 4, dark, 0.4);
        }
        for (int side = -1; side <= 1; side += 2) {
            Point2D.Double p = at(side * (w + 2), corner);
            paper.spot(p.x, p.y, 6, 6, skin.line(), 0.45);
        }
        Point2D.Double below = at(0, y + gap + mouth.lower() + sag() + 5);
        paper.spot(below.x, below.y, w * 0.62, 6, skin.line(), 0.26);
        Point2D.Double groove = at(0, (sitting.character().nose().tipY() + 13 + y - mouth.upper()) / 2);
        paper.spot(groove.x, groove.y, 4.5, 9, skin.line(), 0.16);
    }
}
