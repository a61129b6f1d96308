package org.quitclaim.drawn;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.Random;

/** Paints neck, ears and the skin of the face with what age and sun leave on it. */
final class HeadBrush {
    private final Sitting sitting;
    private final Head head;
    private final Skin skin;

    HeadBrush(Sitting sitting) {
        this.sitting = sitting;
        this.head = sitting.character().head();
        this.skin = sitting.character().skin();
    }

    void neck(Paper paper) {
        double n = head.neck();
        double chin = head.chinY();
        Shape neck = sitting.outline()
                .move(-n, 60)
                .cubic(-n, chin, -n - 1, chin + 20, -n - 12, chin + 50)
                .line(n + 12, chin + 50)
                .cubic(n + 1, chin + 20, n, chin, n, 60)
                .closed();
        Paper sheet = paper.sheet();
        sheet.fill(neck, Tone.mix(skin.base(), skin.dark(), 0.22));
        sheet.onlyInside();
        double shade = -Math.signum(sitting.light().side()) * n * -0.9;
        sheet.spot(-shade, chin + 20, n * 0.9, 90, skin.dark(), 0.55);
        sheet.spot(0, chin - 2, head.jaw() * 1.15, 44, Tone.darker(skin.dark(), 0.25), 0.8);
        sheet.spot(sitting.light().side() * n, chin + 52, n * 0.7, 26, skin.base(), 0.5);
        paper.lay(sheet);
    }

    void ears(Paper paper) {
        for (int side = -1; side <= 1; side += 2) {
            double width = sitting.facing().earWidth(side);
            double x = sitting.facing().onOutline(side * head.halfWidth(), 8).x + side * 5 * width;
            double rx = 12 * width;
            Paper sheet = paper.sheet();
            Shape ear = Contour.still()
                    .move(x - side * rx * 0.6, -18)
                    .cubic(x + side * rx * 0.4, -30, x + side * rx * 1.35, -22, x + side * rx, 4)
                    .cubic(x + side * rx * 0.8, 20, x + side * rx * 0.3, 38, x - side * rx * 0.6, 32)
                    .closed();
            boolean lit = side * sitting.light().side() > 0;
            sheet.fill(ear, Tone.mix(skin.base(), lit ? skin.blush() : skin.dark(), lit ? 0.2 : 0.45));
            sheet.onlyInside();
            sheet.spot(x + side * rx * 0.1, 6, rx * 0.7, 18, skin.line(), 0.42);
            sheet.softLine(ear, 5, skin.light(), 0.3);
            paper.lay(sheet);
            earring(paper, x + side * rx * 0.15, 40);
        }
    }

    private void earring(Paper paper, double x, double y) {
        if (sitting.character().look().earrings() && !sitting.stone()) {
            paper.ellipse(x, y, 4.2, 4.2, Tone.darker(Palette.GOLD, 0.15));
            paper.ellipse(x - 1, y - 1.2, 1.6, 1.6, Palette.IVORY);
        }
    }

    void face(Paper paper) {
        Paper sheet = paper.sheet();
        Shape skull = sitting.skull(0);
        sheet.fill(skull, skin.base());
        sheet.onlyInside();
        AffineTransform place = AffineTransform.getTranslateInstance(SkinRelief.LEFT, SkinRelief.TOP);
        place.scale(SkinRelief.STEP, SkinRelief.STEP);
        sheet.graphics().drawImage(new SkinRelief(sitting).image(), place, null);
        sheet.softLine(skull, 7, skin.dark(), 0.35);
        folds(sheet);
        freckles(sheet);
        paper.lay(sheet);
    }

    private void folds(Paper sheet) {
        double age = sitting.character().look().age();
        double smile = Math.max(0, sitting.expression().smile);
        Nose nose = sitting.character().nose();
        Mouth mouth = sitting.character().mouth();
        double fold = Math.clamp(age * 0.7 - 0.25, 0, 0.45) + smile * 0.14 * Math.min(1, age * 2);
        for (int side = -1; side <= 1; side += 2) {
            Shape laugh = sitting.face(2)
                    .move(side * (nose.halfWidth() + 4), nose.tipY() - 2)
                    .quad(side * (mouth.halfWidth() + 6), nose.tipY() + 10, side * (mouth.halfWidth() + 12), mouth.y())
                    .open();
            sheet.softLine(laugh, 7, skin.line(), fold * 0.75);
            if (age > 0.5) {
                crowsFeet(sheet, side, age);
            }
        }
        for (int i = 0; age > 0.55 && i < 3; i++) {
            double y = -48 - 13 * i;
            Shape line = sitting.face(0)
                    .move(-48 + 5 * i, y)
                    .quad(0, y - 6 + 2 * i, 46 - 4 * i, y + 1)
                    .open();
            sheet.softLine(line, 4, skin.line(), (age - 0.5) * 0.75);
        }
    }

    private void crowsFeet(Paper sheet, int side, double age) {
        Eyes eyes = sitting.character().eyes();
        double x = side * (eyes.spacing() + eyes.halfWidth() + 5);
        for (int i = -1; i <= 1; i++) {
            Shape line = sitting.face(0)
                    .move(x, 1 + i * 4)
                    .quad(x + side * 7, 2 + i * 7, x + side * 15, 3 + i * 12)
                    .open();
            sheet.softLine(line, 3, skin.line(), (age - 0.45) * 0.8);
        }
        double under = side * eyes.spacing();
        Shape bag = sitting.face(0)
                .move(under - 16, 15)
                .quad(under, 25, under + 17, 14)
                .open();
        sheet.softLine(bag, 5, skin.line(), (age - 0.4) * 0.5);
    }

    private void freckles(Paper sheet) {
        if (!sitting.character().look().freckles() || sitting.stone()) {
            return;
        }
        Random random = new Random(sitting.character().seed());
        for (int i = 0; i < 70; i++) {
            double x = random.nextGaussian() * 34;
            double y = 30 + random.nextGaussian() * 13;
            var p = sitting.facing().onFace(x, y, 0);
            sheet.spot(p.x, p.y, 2.1, 1.9, skin.line(), 0.25 + random.nextDouble() * 0.25);
        }
    }
}
