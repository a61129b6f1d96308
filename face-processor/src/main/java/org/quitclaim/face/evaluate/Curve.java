package org.quitclaim.face.evaluate;

import java.util.Arrays;
import java.util.List;

/**
 * How many are missed for how many strangers that get a name, in galleries of one size, of everybody or of one group.
 *
 * <p><b>Units</b>: scores as of the match rule; a rate is a share of photos 0..1. The intervals count each photo once,
 * however many galleries it met: they say how much another set of people could differ.
 *
 * <p><b>Source</b>: ISO/IEC 19795-1; R81, R82.
 *
 * @param enrolled lowest score of each person on each photo, infinite where nobody or somebody else is nearest; sorted
 * @param strangers lowest score of each photo on which nobody of the gallery is; sorted
 */
record Curve(
        int people,
        String group,
        int draws,
        double[] enrolled,
        double[] strangers,
        int photosOfEnrolled,
        int photosOfStrangers) {

    static final List<Double> RATES = List.of(0.001, 0.002, 0.005, 0.01, 0.015, 0.02, 0.03, 0.05, 0.1);

    Curve {
        enrolled = enrolled.clone();
        strangers = strangers.clone();
        Arrays.sort(enrolled);
        Arrays.sort(strangers);
    }

    /**
     * @param score whoever has a lower one is named
     * @param falsePositives the share of strangers' photos that is
     * @param misses the share of enrolled people that is not
     */
    record Point(double rate, double score, Share falsePositives, Share misses) {}

    boolean isEmpty() {
        return enrolled.length == 0 || strangers.length == 0;
    }

    /** At the highest limit that names no more strangers than stated. */
    Point at(double rate) {
        int most = (int) Math.floor(rate * strangers.length);
        double score = strangers[Math.min(most, strangers.length - 1)];
        return new Point(
                rate,
                score,
                share(below(strangers, score), strangers.length, photosOfStrangers),
                share(enrolled.length - below(enrolled, score), enrolled.length, photosOfEnrolled));
    }

    private static int below(double[] sorted, double score) {
        int count = 0;
        while (count < sorted.length && sorted[count] < score) {
            count++;
        }
        return count;
    }

    private static Share share(int some, int all, int photos) {
        return new Share((int) Math.round((double) some / all * photos), photos);
    }
}
