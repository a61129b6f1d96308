package org.quitclaim.face.evaluate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;

/**
 * The curves as numbers.
 *
 * <p><b>Shape</b>: CSV and JSON have the same columns: people, group, draws, photosOfEnrolled, photosOfStrangers, rate, score,
 * falsePositives, falsePositivesLow, falsePositivesHigh, misses, missesLow, missesHigh. CSV also says in each row which model
 * pack it is of, so that a row that is copied elsewhere still does.
 *
 * <p><b>Units</b>: shares 0..1; low and high are the ends of the 95 % interval.
 */
final class CurveTable {

    private static final String HEAD =
            "people,group,draws,photosOfEnrolled,photosOfStrangers,rate,score,falsePositives,falsePositivesLow,"
                    + "falsePositivesHigh,misses,missesLow,missesHigh,pack,version,sha256,licence,trainingData\n";

    private CurveTable() {}

    static byte[] csv(MeasuredPack pack, List<Curve> curves) {
        StringBuilder table = new StringBuilder(HEAD);
        for (Curve curve : curves) {
            for (double rate : Curve.RATES) {
                Curve.Point point = curve.at(rate);
                table.append(String.format(
                        Locale.ROOT,
                        "%d,%s,%d,%d,%d,%s,%.4f,%s,%s,%s,%s,%s,%s,%s%n",
                        curve.people(),
                        quoted(curve.group()),
                        curve.draws(),
                        curve.photosOfEnrolled(),
                        curve.photosOfStrangers(),
                        rate,
                        point.score(),
                        columns(point.falsePositives()),
                        columns(point.misses()),
                        quoted(pack.id()),
                        quoted(pack.version()),
                        pack.sha256(),
                        quoted(pack.licence()),
                        quoted(pack.trainingData())));
            }
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    static void json(List<Curve> curves, ArrayNode rows) {
        for (Curve curve : curves) {
            for (double rate : Curve.RATES) {
                Curve.Point point = curve.at(rate);
                rows.addObject()
                        .put("people", curve.people())
                        .put("group", curve.group())
                        .put("draws", curve.draws())
                        .put("photosOfEnrolled", curve.photosOfEnrolled())
                        .put("photosOfStrangers", curve.photosOfStrangers())
                        .put("rate", rate)
                        .put("score", point.score())
                        .put("falsePositives", point.falsePositives().share())
                        .put("falsePositivesLow", point.falsePositives().low())
                        .put("falsePositivesHigh", point.falsePositives().high())
                        .put("misses", point.misses().share())
                        .put("missesLow", point.misses().low())
                        .put("missesHigh", point.misses().high());
            }
        }
    }

    private static String columns(Share share) {
        return String.format(Locale.ROOT, "%.4f,%.4f,%.4f", share.share(), share.low(), share.high());
    }

    /** A group has whatever name the test set gives it; none is a formula to a spreadsheet. */
    private static String quoted(String text) {
        String harmless = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
