package org.quitclaim.face.evaluate;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** What the curves say at the stated rate, a line for each gallery size. */
final class CurveLines {

    private CurveLines() {}

    static void print(List<Curve> curves, double rate, PrintStream out) {
        for (Curve curve : curves) {
            if (curve.group().equals(Curves.EVERYBODY)) {
                Curve.Point point = curve.at(rate);
                out.printf(
                        Locale.ROOT,
                        "gallery of %d, drawn %d times: FNIR %s at FPIR %s, score below %.3f%n",
                        curve.people(),
                        curve.draws(),
                        point.misses(),
                        point.falsePositives(),
                        point.score());
            }
        }
    }
}
