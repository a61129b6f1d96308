package org.quitclaim.drawn;

import java.awt.Shape;
import java.util.Random;

/** The outlines of the ways to wear hair, in face units, for one head. */
final class HairShapes {
    private final Sitting sitting;
    private final Head head;
    private final Hair hair;
    /** Half the width of head and hair. */
    private final double w;
    /** Half the width of the face at the temples. */
    private final double f;
    /** The top of the hair. */
    private final double top;
    /** The hairline. */
    private final double line;

    HairShapes(Sitting sitting) {
        this.sitting = sitting;
        this.head = sitting.character().head();
        this.hair = sitting.character().hair();
        this.f = head.halfWidth();
        this.w = f + hair.volume();
        this.top = -head.crown() - hair.volume();
        this.line = -hair.hairline();
    }

    /** From the left sideburn over the top to the right one. */
    private Contour over(double low) {
        double side = Math.min(hair.volume(), 9);
        return sitting.outline()
                .move(-f - 1, low)
                .cubic(-f - side, low - 18, -w - 1, -22, -w, -44)
                .cubic(-w, top * 0.78, -w * 0.6, top, 0, top)
                .cubic(w * 0.6, top, w, top * 0.78, w, -44)
                .cubic(w + 1, -22, f + side, low - 18, f + 1, low);
    }

    Shape sideParted() {
        double p = hair.parting() * f * 0.5;
        return over(14).cubic(f - 3, -6, f - 8, -22, f - 10, -36)
                .cubic(f - 12, line * 0.8, f * 0.62, line - 2, p + 22, line - 6)
                .cubic(p + 8, line - 10, p, line - 14, p - 4, line - 20)
                .cubic(p - 10, line - 2, -f * 0.7, line + 6, -f + 9, line * 0.5)
                .cubic(-f + 8, -24, -f + 4, -6, -f - 1, 14)
                .closed();
    }

    Shape sweptBack() {
        return over(12).cubic(f - 3, -8, f - 8, -26, f - 9, -40)
                .cubic(f - 9, line * 0.85, f * 0.6, line - 2, 0, line - 4)
                .cubic(-f * 0.6, line - 2, -f + 9, line * 0.85, -f + 9, -40)
                .cubic(-f + 8, -26, -f + 3, -8, -f - 1, 12)
                .closed();
    }

    /** Locks that fall over the forehead to one side. */
    Shape tousled() {
        Random random = new Random(sitting.character().seed());
        Contour c = over(4).cubic(f - 4, -12, f - 8, -30, f - 9, line * 0.6);
        double from = f - 9;
        double lean = hair.parting() < 0 ? -1 : 1;
        for (int lock = 1; lock <= 5; lock++) {
            double to = f - 9 - lock * (2 * f - 18) / 5;
            double bow = 1 - Math.abs(from + to) / (2.6 * f);
            double high = line * (0.7 + 0.3 * bow);
            double tip = high + 12 + random.nextDouble() * 8;
            double middle = (from + to) / 2 + lean * 9;
            c.quad(middle + 8, tip - 6, middle, tip).quad(middle - 10, high + 1, to, lock == 5 ? line * 0.6 : high);
            from = to;
        }
        return c.cubic(-f + 8, -30, -f + 4, -12, -f - 1, 4).closed();
    }

    Shape fringe() {
        double low = head.chinY() * 0.72;
        double brow = -40;
        return over(low)
                .cubic(f - 10, low + 6, f - 16, low, f - 20, low - 12)
                .cubic(f - 12, low * 0.4, f - 8, -10, f - 13, brow + 4)
                .cubic(f * 0.45, brow - 7, -f * 0.45, brow - 5, -f + 13, brow + 6)
                .cubic(-f + 8, -10, -f + 12, low * 0.4, -f + 20, low - 12)
                .cubic(-f + 16, low, -f + 10, low + 6, -f - 1, low)
                .closed();
    }

    Shape bobBack() {
        double low = head.chinY() * 0.82;
        return sitting.outline()
                .move(0, top)
                .cubic(w * 0.7, top, w + 6, -60, w + 6, 0)
                .cubic(w + 9, low * 0.6, w + 3, low, f - 8, low + 8)
                .line(-f + 8, low + 8)
                .cubic(-w - 3, low, -w - 9, low * 0.6, -w - 6, 0)
                .cubic(-w - 6, -60, -w * 0.7, top, 0, top)
                .closed();
    }

    Shape longBack() {
        double low = head.chinY() + 90;
        double flare = hair.style() == Hair.Style.LONG_WAVY ? 26 : 10;
        return sitting.outline()
                .move(0, top)
                .cubic(w * 0.7, top, w + 6, -70, w + 5, -10)
                .cubic(w + 8, 60, w + flare, 120, w + flare - 6, low)
                .quad(0, low + 26, -w - flare + 6, low)
                .cubic(-w - flare, 120, -w - 8, 60, -w - 5, -10)
                .cubic(-w - 6, -70, -w * 0.7, top, 0, top)
                .closed();
    }

    /** Long hair that falls from a parting along both cheeks to the chest. */
    Shape curtains() {
        double p = hair.parting() * f * 0.5;
        double low = head.chinY() + 98;
        double wave = hair.style() == Hair.Style.LONG_WAVY ? 24 : 3;
        Contour c = sitting.outline()
                .move(p, top)
                .cubic(w * 0.75, top, w + 5, -80, w + 4, -10)
                .cubic(w + 2 + wave, 50, w - wave, 100, w + 10 + wave, low - 8)
                .cubic(w - 2, low + 16, f - 14, low + 20, f - 26, low + 2)
                .cubic(f - 14 - wave, low - 70, f - 2 + wave, 80, f - 5, 46)
                .cubic(f - 2, 10, f - 6, -30, f - 16, -58)
                .cubic(f * 0.72, line * 0.86, p + 34, line - 8, p, line - 12);
        return c.cubic(p - 34, line - 8, -f * 0.72, line * 0.86, -f + 16, -58)
                .cubic(-f + 6, -30, -f + 2, 10, -f + 5, 46)
                .cubic(-f + 2 - wave, 80, -f + 14 + wave, low - 70, -f + 26, low + 2)
                .cubic(-f + 14, low + 20, -w + 2, low + 16, -w - 10 - wave, low - 8)
                .cubic(-w + wave, 100, -w - 2 - wave, 50, -w - 4, -10)
                .cubic(-w - 5, -80, -w * 0.75, top, p, top)
                .closed();
    }

    Shape pulledBack() {
        return over(2).cubic(f - 2, -16, f - 6, -34, f - 10, -50)
                .cubic(f * 0.78, line * 0.95, f * 0.4, line - 6, 0, line - 8)
                .cubic(-f * 0.4, line - 6, -f * 0.78, line * 0.95, -f + 10, -50)
                .cubic(-f + 6, -34, -f + 2, -16, -f - 1, 2)
                .closed();
    }

    /** Hair of a few millimetres. */
    Shape cap() {
        return over(6).cubic(f - 6, -4, f - 9, -20, f - 8, -40)
                .cubic(f - 12, line * 0.9, f - 26, line + 2, f * 0.45, line)
                .quad(0, line - 4, -f * 0.45, line)
                .cubic(-f + 26, line + 2, -f + 12, line * 0.9, -f + 8, -40)
                .cubic(-f + 9, -20, -f + 6, -4, -f - 1, 6)
                .closed();
    }

    /** The hair that is left above one ear. */
    Shape wreath(int side) {
        return sitting.outline()
                .move(side * (f - 2), 14)
                .cubic(side * (f + 15), -10, side * (f + 14), -66, side * (f - 14), -96)
                .cubic(side * (f - 26), -66, side * (f - 16), -40, side * (f - 9), -16)
                .quad(side * (f - 5), 4, side * (f - 2), 14)
                .closed();
    }
}
