package org.quitclaim.drawn;

import java.awt.Color;
import java.awt.Shape;

/** Paints spectacles. */
final class GlassesBrush {
    private static final double LIFT = 12;
    private final Sitting sitting;
    private final Look.Glasses glasses;
    private final double middle;

    GlassesBrush(Sitting sitting) {
        this.sitting = sitting;
        this.glasses = sitting.character().look().glasses();
        this.middle = Math.max(sitting.character().eyes().spacing() + 1, 40);
    }

    void paint(Paper paper) {
        Color frame = switch (glasses) {
            case NONE -> null;
            case ROUND -> new Color(0x5a3b22);
            case SQUARE -> new Color(0x1d1c20);
            case RIMLESS -> new Color(0x8c8a86);
        };
        if (frame == null) {
            return;
        }
        double width = glasses == Look.Glasses.RIMLESS ? 1.8 : 3.9;
        for (int side = -1; side <= 1; side += 2) {
            Shape lens = lens(side);
            Paper sheet = paper.sheet();
            sheet.fill(lens, Color.WHITE, 0.05);
            sheet.onlyInside();
            var gleam = sitting.facing().onFace(side * middle - 12, -12, LIFT);
            sheet.spot(gleam.x, gleam.y, 22, 15, Color.WHITE, 0.28);
            paper.lay(sheet);
            paper.softLine(shadow(side), 6, sitting.character().skin().line(), 0.22);
            paper.line(lens, width, frame, 0.95);
            paper.line(temple(side), width, frame, 0.9);
        }
        Shape bridge = sitting.face(LIFT + 8)
                .move(-middle + 30, -5)
                .quad(0, -15, middle - 30, -5)
                .open();
        paper.line(bridge, width, frame, 0.95);
    }

    private Shape lens(int side) {
        double rx = glasses == Look.Glasses.ROUND ? 29 : 32;
        double ry = glasses == Look.Glasses.ROUND ? 27 : 22;
        double bulge = glasses == Look.Glasses.ROUND ? 0.56 : 0.86;
        return oval(side * middle, 2, rx, ry, bulge);
    }

    private Shape oval(double x, double y, double rx, double ry, double bulge) {
        double bx = rx * bulge;
        double by = ry * bulge;
        return sitting.face(LIFT)
                .move(x - rx, y)
                .cubic(x - rx, y - by, x - bx, y - ry, x, y - ry)
                .cubic(x + bx, y - ry, x + rx, y - by, x + rx, y)
                .cubic(x + rx, y + by, x + bx, y + ry, x, y + ry)
                .cubic(x - bx, y + ry, x - rx, y + by, x - rx, y)
                .closed();
    }

    private Shape shadow(int side) {
        return sitting.face(0)
                .move(side * (middle - 24), 26)
                .quad(side * middle, 34, side * (middle + 26), 24)
                .open();
    }

    private Shape temple(int side) {
        var hinge = sitting.facing().onFace(side * (middle + 32), -5, LIFT);
        var ear = sitting.facing().onOutline(side * (sitting.character().head().halfWidth() + 2), -9);
        return Contour.still().move(hinge.x, hinge.y).line(ear.x, ear.y).open();
    }
}
