package org.quitclaim.drawn;

import java.awt.Color;
import java.awt.Shape;

/** Paints a scarf around the face that falls over neck and shoulders. */
final class HijabBrush {
    private final Sitting sitting;
    private final Head head;
    private final Color cloth;

    HijabBrush(Sitting sitting) {
        this.sitting = sitting;
        this.head = sitting.character().head();
        this.cloth = sitting.character().hair().color();
    }

    void paint(Paper paper) {
        Paper sheet = paper.sheet();
        paper.softLine(opening().open(), 16, sitting.character().skin().line(), 0.5);
        sheet.fill(scarf(), cloth);
        sheet.onlyInside();
        shade(sheet);
        paper.lay(sheet);
    }

    private Contour opening() {
        double f = head.halfWidth();
        double line = -sitting.character().hair().hairline();
        double chin = head.chinY();
        return addOpening(sitting.outline(), f, line, chin);
    }

    private static Contour addOpening(Contour c, double f, double line, double chin) {
        return c.move(0, line)
                .cubic(f * 0.55, line, f * 0.9, line * 0.6, f - 5, -14)
                .cubic(f - 1, chin * 0.4, f * 0.72, chin * 0.86, f * 0.3, chin + 4)
                .quad(0, chin + 9, -f * 0.3, chin + 4)
                .cubic(-f * 0.72, chin * 0.86, -f + 1, chin * 0.4, -f + 5, -14)
                .cubic(-f * 0.9, line * 0.6, -f * 0.55, line, 0, line);
    }

    private Shape scarf() {
        double f = head.halfWidth() + 17;
        double top = -head.crown() - 14;
        double chin = head.chinY();
        double wide = head.shoulders() * 0.72;
        Contour c = sitting.outline()
                .move(0, top)
                .cubic(f * 0.72, top, f + 4, top * 0.6, f + 3, -10)
                .cubic(f + 5, chin * 0.7, f * 0.92, chin + 6, f * 0.98, chin + 30)
                .cubic(f * 1.05, chin + 56, wide, chin + 62, wide + 6, chin + 96)
                .cubic(wide * 0.6, chin + 160, -wide * 0.5, chin + 170, -wide - 6, chin + 96)
                .cubic(-wide, chin + 62, -f * 1.05, chin + 56, -f * 0.98, chin + 30)
                .cubic(-f * 0.92, chin + 6, -f - 5, chin * 0.7, -f - 3, -10)
                .cubic(-f - 4, top * 0.6, -f * 0.72, top, 0, top);
        return addOpening(c, head.halfWidth(), -sitting.character().hair().hairline(), chin)
                .closed();
    }

    private void shade(Paper sheet) {
        Color dark = Tone.darker(cloth, 0.5);
        Color bright = Tone.lighter(cloth, 0.45);
        double f = head.halfWidth() + 17;
        double chin = head.chinY();
        double lit = sitting.light().side() < 0 ? -1 : 1;
        sheet.spot(-lit * f, 10, 60, 190, dark, 0.5);
        sheet.spot(lit * f * 0.55, -head.crown() + 8, 56, 36, bright, 0.45);
        sheet.spot(0, chin + 22, 78, 30, dark, 0.65);
        sheet.softLine(opening().open(), 13, dark, 0.5);
        for (int i = 0; i < 5; i++) {
            double drop = chin + 34 + i * 22;
            Shape fold = sitting.outline()
                    .move(-f * 0.95, 40 + i * 26)
                    .cubic(-f * 0.75, drop, f * 0.1, drop + 24, f * (0.75 + i * 0.08), drop - 26 + i * 3)
                    .open();
            sheet.softLine(fold, 10, i % 2 == 0 ? dark : bright, i % 2 == 0 ? 0.4 : 0.3);
        }
        for (int side = -1; side <= 1; side += 2) {
            Shape sweep = sitting.outline()
                    .move(side * 10, -head.crown() - 8)
                    .cubic(side * f * 0.8, -head.crown() * 0.8, side * (f - 4), -30, side * (f - 8), 70)
                    .open();
            sheet.softLine(sweep, 9, side == lit ? bright : dark, 0.3);
        }
    }
}
