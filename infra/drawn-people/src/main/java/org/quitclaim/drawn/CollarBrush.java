package org.quitclaim.drawn;

import java.awt.Color;
import java.awt.Shape;

/** Paints what tells one garment from another: collar, lapels, tie, V-neck, hood, badge, pattern. */
final class CollarBrush {
    private final Sitting sitting;
    private final Clothes clothes;
    private final double base;
    private final double neck;
    private final Color dark;

    CollarBrush(Sitting sitting) {
        this.sitting = sitting;
        this.clothes = sitting.character().clothes();
        this.base = sitting.character().head().chinY() + 28;
        this.neck = sitting.character().head().neck() + 10;
        this.dark = Tone.darker(clothes.color(), 0.45);
    }

    void paint(Paper sheet) {
        switch (clothes.kind()) {
            case TEE -> crew(sheet);
            case SHIRT -> {
                collar(sheet, clothes.color());
                buttons(sheet);
            }
            case BLAZER -> {
                front(sheet, 46, 210);
                collar(sheet, clothes.under());
                lapels(sheet, 46, 210);
            }
            case SUIT_AND_TIE -> {
                front(sheet, 50, 190);
                tie(sheet);
                collar(sheet, clothes.under());
                lapels(sheet, 50, 190);
            }
            case SCRUBS -> {
                vNeck(sheet, 74);
                badge(sheet);
            }
            case GOWN -> {
                pattern(sheet);
                vNeck(sheet, 30);
            }
            case HOODIE -> hood(sheet);
            case ROLL_NECK -> rollNeck(sheet);
        }
    }

    private void crew(Paper sheet) {
        Shape opening = Contour.still()
                .move(-neck - 4, base - 20)
                .quad(0, base + 62, neck + 4, base - 20)
                .closed();
        sheet.fill(opening, skinInShade(), 1);
        sheet.line(opening, 8, Tone.darker(clothes.color(), 0.12), 1);
        sheet.line(
                Contour.still()
                        .move(-neck - 8, base - 12)
                        .quad(0, base + 72, neck + 8, base - 12)
                        .open(),
                1.5,
                dark,
                0.5);
    }

    private Color skinInShade() {
        Skin skin = sitting.character().skin();
        return Tone.mix(skin.base(), skin.dark(), 0.4);
    }

    private void collar(Paper sheet, Color color) {
        Shape gap = Contour.still()
                .move(-neck, base - 18)
                .line(0, base + 52)
                .line(neck, base - 18)
                .closed();
        sheet.fill(gap, skinInShade(), clothes.kind() == Clothes.Kind.SUIT_AND_TIE ? 0 : 1);
        for (int side = -1; side <= 1; side += 2) {
            Shape wing = Contour.still()
                    .move(side * (neck - 6), base - 22)
                    .line(side * (neck + 13), base + 2)
                    .line(side * 36, base + 62)
                    .line(side * 2, base + 36)
                    .quad(side * 24, base + 10, side * (neck - 6), base - 22)
                    .closed();
            sheet.fill(wing, Tone.lighter(color, side * sitting.light().side() > 0 ? 0.14 : 0.02), 1);
            sheet.line(wing, 1.6, Tone.darker(color, 0.45), 0.5);
        }
    }

    private void buttons(Paper sheet) {
        sheet.line(Contour.still().move(0, base + 40).line(0, base + 900).open(), 2, dark, 0.6);
        sheet.softLine(Contour.still().move(8, base + 40).line(8, base + 900).open(), 8, dark, 0.25);
        for (int i = 0; i < 12; i++) {
            sheet.ellipse(0, base + 92 + i * 58, 4, 4, Tone.lighter(clothes.color(), 0.55));
        }
    }

    private void front(Paper sheet, double wide, double deep) {
        Shape shirt = Contour.still()
                .move(-wide - 12, base - 24)
                .line(0, base + deep)
                .line(wide + 12, base - 24)
                .closed();
        sheet.fill(shirt, clothes.under(), 1);
        sheet.spot(0, base + 10, 70, 40, Tone.darker(clothes.under(), 0.5), 0.4);
    }

    private void lapels(Paper sheet, double wide, double deep) {
        for (int side = -1; side <= 1; side += 2) {
            Shape lapel = Contour.still()
                    .move(side * (wide + 6), base - 18)
                    .line(side * (wide + 52), base + 62)
                    .line(side * (wide + 34), base + 74)
                    .line(side * (wide + 44), base + 92)
                    .line(0, base + deep)
                    .closed();
            sheet.fill(
                    lapel, Tone.lighter(clothes.color(), side * sitting.light().side() > 0 ? 0.12 : 0.04), 1);
            sheet.softLine(lapel, 3.5, dark, 0.8);
        }
        sheet.line(Contour.still().move(0, base + deep).line(5, base + 900).open(), 2.5, dark, 0.8);
        sheet.ellipse(-7, base + deep + 26, 5, 5, dark);
    }

    private void tie(Paper sheet) {
        Color tie = Tone.mix(clothes.color(), new Color(0x8e2f3c), 0.8);
        sheet.fill(
                Contour.still()
                        .move(-13, base + 22)
                        .line(13, base + 22)
                        .line(9, base + 46)
                        .line(18, base + 142)
                        .line(0, base + 176)
                        .line(-18, base + 142)
                        .line(-9, base + 46)
                        .closed(),
                tie);
        sheet.softLine(Contour.still().move(-9, base + 46).line(9, base + 46).open(), 5, Tone.darker(tie, 0.6), 0.6);
        sheet.softLine(Contour.still().move(5, base + 50).line(10, base + 180).open(), 9, Tone.darker(tie, 0.5), 0.35);
    }

    private void vNeck(Paper sheet, double deep) {
        Shape opening = Contour.still()
                .move(-neck - 2, base - 22)
                .quad(-20, base + deep * 0.6, 0, base + deep)
                .quad(20, base + deep * 0.6, neck + 2, base - 22)
                .closed();
        sheet.fill(opening, skinInShade(), 1);
        sheet.spot(0, base - 4, neck, 30, sitting.character().skin().dark(), 0.5);
        sheet.line(opening, 9, Tone.lighter(clothes.color(), 0.1), 1);
        sheet.line(opening, 1.4, dark, 0.5);
    }

    private void badge(Paper sheet) {
        double x = 62;
        double y = base + 150;
        sheet.fill(new java.awt.geom.RoundRectangle2D.Double(x - 4, y - 18, 8, 20, 3, 3), Palette.STONE);
        sheet.fill(new java.awt.geom.RoundRectangle2D.Double(x - 30, y, 60, 40, 6, 6), Palette.IVORY);
        sheet.fill(new java.awt.geom.Rectangle2D.Double(x - 24, y + 7, 15, 20), Tone.lighter(clothes.color(), 0.3));
        for (int i = 0; i < 3; i++) {
            sheet.line(
                    Contour.still()
                            .move(x - 3, y + 10 + 8 * i)
                            .line(x + 22 - 5 * i, y + 10 + 8 * i)
                            .open(),
                    2.4,
                    Palette.STONE,
                    0.9);
        }
        sheet.fill(new java.awt.geom.Rectangle2D.Double(-118, base + 168, 62, 3), dark);
    }

    private void pattern(Paper sheet) {
        for (int row = 0; row < 22; row++) {
            for (int column = -9; column <= 9; column++) {
                double x = column * 26 + (row % 2) * 13;
                sheet.ellipse(x, base + row * 25, 3, 3, Tone.alpha(clothes.under(), 0.75));
            }
        }
    }

    private void hood(Paper sheet) {
        crew(sheet);
        for (int side = -1; side <= 1; side += 2) {
            Shape hood = Contour.still()
                    .move(side * (neck - 8), base - 26)
                    .cubic(side * (neck + 40), base - 10, side * (neck + 44), base + 26, side * 12, base + 66)
                    .cubic(side * 24, base + 30, side * neck, base + 10, side * (neck - 8), base - 26)
                    .closed();
            sheet.fill(hood, Tone.lighter(clothes.color(), 0.1), 1);
            sheet.softLine(hood, 5, dark, 0.6);
            sheet.line(
                    Contour.still()
                            .move(side * 16, base + 58)
                            .quad(side * 20, base + 90, side * 17, base + 128)
                            .open(),
                    4,
                    Palette.IVORY,
                    0.9);
        }
    }

    private void rollNeck(Paper sheet) {
        Shape roll = Contour.still()
                .move(-neck + 4, base - 44)
                .quad(0, base - 22, neck - 4, base - 44)
                .line(neck + 6, base + 8)
                .quad(0, base + 40, -neck - 6, base + 8)
                .closed();
        sheet.everywhere().fill(roll, Tone.lighter(clothes.color(), 0.06), 1);
        sheet.onlyInside();
        sheet.softLine(roll, 7, dark, 0.5);
        for (int i = -6; i <= 6; i++) {
            sheet.line(
                    Contour.still()
                            .move(i * neck / 7, base - 40)
                            .line(i * neck / 6.6, base + 26)
                            .open(),
                    1.4,
                    dark,
                    0.3);
        }
    }
}
