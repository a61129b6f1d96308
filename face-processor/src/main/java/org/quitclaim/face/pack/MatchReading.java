package org.quitclaim.face.pack;

import java.util.List;
import java.util.stream.IntStream;

/** Reads {@code match} of a {@code pack.json}; without {@code second} or {@code measured} only distances count. */
final class MatchReading {
    /** Farther apart than any two vectors that are of use. */
    private static final double FARTHEST = 1000;

    private static final int MOST_PEOPLE = 100_000_000;
    private static final String SECOND = "second";
    private static final String MEASURED = "measured";
    private static final String NOT_MEASURED = "not measured";

    private MatchReading() {}

    static MatchLimits limits(PackText match) {
        MatchLimits limits = new MatchLimits(
                distance(match, "threshold"),
                distance(match, "likelyBelow"),
                distance(match, "strongBelow"),
                match.number("closeRatio", 0, 1),
                match.has(SECOND) ? second(match.object(SECOND)) : SecondPerson.IGNORED,
                match.has(MEASURED) ? measured(match.object(MEASURED)) : MeasuredLimits.NONE);
        if (limits.strongBelow() > limits.likelyBelow() || limits.likelyBelow() > limits.threshold()) {
            throw match.invalid("match.strongBelow, likelyBelow and threshold have to grow in this order");
        }
        match.noMore();
        return limits;
    }

    /** On what they were measured, in the words of whoever did it. */
    static String measurement(PackText match) {
        return match.has(MEASURED) ? match.object(MEASURED).text("on") : NOT_MEASURED;
    }

    private static SecondPerson second(PackText second) {
        SecondPerson read = new SecondPerson(second.number("weight", 0, 1), distance(second, "atMost"));
        second.noMore();
        return read;
    }

    private static MeasuredLimits measured(PackText measured) {
        measured.text("on");
        List<MeasuredLimits.Gallery> galleries = measured.objects("galleries").stream()
                .map(MatchReading::gallery)
                .toList();
        if (!isGrowing(
                galleries.stream().mapToDouble(MeasuredLimits.Gallery::people).toArray())) {
            throw measured.invalid("the galleries in match.measured have to stand by size, the smallest first");
        }
        MeasuredLimits read = new MeasuredLimits(galleries, measured.whole("automaticFrom", 0, MOST_PEOPLE));
        measured.noMore();
        return read;
    }

    private static MeasuredLimits.Gallery gallery(PackText gallery) {
        List<MeasuredLimits.Limit> limits = gallery.rows("limits", 2, -FARTHEST, FARTHEST).stream()
                .map(row -> new MeasuredLimits.Limit(row.get(0), row.get(1)))
                .toList();
        double[] rates = limits.stream()
                .mapToDouble(MeasuredLimits.Limit::falsePositiveRate)
                .toArray();
        if (!isGrowing(rates) || !(rates[0] > 0) || !(rates[rates.length - 1] < 1)) {
            throw gallery.invalid("the limits of a gallery have to stand by rate between 0 and 1, the lowest first");
        }
        MeasuredLimits.Gallery read = new MeasuredLimits.Gallery(gallery.whole("people", 1, MOST_PEOPLE), limits);
        gallery.noMore();
        return read;
    }

    private static boolean isGrowing(double... values) {
        return IntStream.range(1, values.length).allMatch(i -> values[i - 1] < values[i]);
    }

    private static double distance(PackText said, String name) {
        return said.number(name, 1e-6, FARTHEST);
    }
}
