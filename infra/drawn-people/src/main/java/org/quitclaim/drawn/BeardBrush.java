package org.quitclaim.drawn;

import java.awt.Color;
import java.awt.Shape;
import java.util.Random;

/** Paints stubble, a moustache or a full beard that follows the jaw. */
final class BeardBrush {
    private final Sitting sitting;
    private final Head head;
    private final Mouth mouth;
    private final Color color;

    BeardBrush(Sitting sitting) {
        this.sitting = sitting;
        this.head = sitting.character().head();
        this.mouth = sitting.character().mouth();
        this.color = sitting.character().brows().color();
    }

    void paint(Paper paper) {
        switch (sitting.character().look().beard()) {
            case NONE -> {}
            case STUBBLE -> grow(paper, jaw(0), 0.28, 260, 2.2, 7);
            case MOUSTACHE -> grow(paper, moustache(), 0.72, 150, 6, 2.5);
            case FULL -> {
                grow(paper, jaw(9), 0.74, 420, 7, 5);
                grow(paper, moustache(), 0.66, 110, 6, 3);
            }
        }
    }

    private Shape jaw(double length) {
        double f = head.halfWidth();
        double chin = head.chinY();
        double m = mouth.y();
        double w = mouth.halfWidth();
        return sitting.outline()
                .move(-f + 1, 8)
                .cubic(-f + 1, chin * 0.4, -head.jaw() - 2, chin * 0.62, -head.jaw(), chin * 0.7)
                .cubic(-head.jaw() + 6, chin * 0.88, -head.chin() - 16, chin + length, 0, chin + length + 1)
                .cubic(head.chin() + 16, chin + length, head.jaw() - 6, chin * 0.88, head.jaw(), chin * 0.7)
                .cubic(head.jaw() + 2, chin * 0.62, f - 1, chin * 0.4, f - 1, 8)
                .cubic(f - 10, 40, f - 20, m - 22, w + 17, m - 14)
                .cubic(w + 12, m + 8, w * 0.5, m + mouth.lower() + 12, 0, m + mouth.lower() + 12 + open())
                .cubic(-w * 0.5, m + mouth.lower() + 12, -w - 12, m + 8, -w - 17, m - 14)
                .cubic(-f + 20, m - 22, -f + 10, 40, -f + 1, 8)
                .closed();
    }

    private double open() {
        return 13 * sitting.expression().open;
    }

    private Shape moustache() {
        double y = mouth.y() - mouth.upper();
        double top = (sitting.character().nose().tipY() + 14) * 0.6 + y * 0.4;
        double w = mouth.halfWidth() + 7;
        double corner = mouth.y() - 5 * sitting.expression().smile;
        return sitting.face(9)
                .move(0, top)
                .cubic(w * 0.4, top - 4, w * 0.75, top + 4, w, corner + 6)
                .cubic(w * 0.7, corner - 2, w * 0.35, y + 1, 0, y + 4)
                .cubic(-w * 0.35, y + 1, -w * 0.7, corner - 2, -w, corner + 6)
                .cubic(-w * 0.75, top + 4, -w * 0.4, top - 4, 0, top)
                .closed();
    }

    private void grow(Paper paper, Shape where, double density, int hairs, double length, double soft) {
        Paper sheet = paper.sheet();
        sheet.softFill(where, soft, color, density);
        sheet.onlyInside();
        Random random = new Random(sitting.character().seed() + 9);
        var box = where.getBounds2D();
        Color bright = Tone.lighter(color, 0.3);
        Color dark = Tone.darker(color, 0.4);
        for (int i = 0; i < hairs; i++) {
            double x = box.getX() + random.nextDouble() * box.getWidth();
            double y = box.getY() + random.nextDouble() * box.getHeight();
            double lean = x * 0.03 + random.nextGaussian();
            Shape hair = Contour.still()
                    .move(x, y)
                    .quad(x + lean, y + length * 0.5, x + lean * 1.6, y + length)
                    .open();
            sheet.line(hair, 1.1, random.nextInt(3) == 0 ? bright : dark, 0.32);
        }
        paper.lay(sheet);
    }
}
