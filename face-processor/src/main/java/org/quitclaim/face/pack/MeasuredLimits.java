package org.quitclaim.face.pack;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Below which score so many strangers were named, by how many people a face was compared with.
 *
 * <p><b>Guarantees</b>: between two measured sizes the larger one decides. Beyond the largest, the limit goes on falling by
 * what it fell per doubling, which is more than it fell at last: an estimate, and a strict one.
 *
 * <p><b>Source</b>: R82; the measurement stands in {@code pack.json} and is what {@code evaluate} prints.
 *
 * @param galleries by size, the smallest first
 * @param automaticFrom the smallest gallery whose people were measured as they are, not drawn from a larger one; 0 for none
 */
public record MeasuredLimits(List<Gallery> galleries, int automaticFrom) {

    public static final MeasuredLimits NONE = new MeasuredLimits(List.of(), 0);

    public MeasuredLimits {
        galleries = List.copyOf(galleries);
    }

    /** @param limits by rate, the lowest first */
    public record Gallery(int people, List<Limit> limits) {
        public Gallery {
            limits = List.copyOf(limits);
        }

        private OptionalDouble at(double falsePositiveRate) {
            return limits.stream()
                    .filter(limit -> limit.falsePositiveRate() <= falsePositiveRate)
                    .mapToDouble(Limit::score)
                    .max();
        }
    }

    /**
     * @param falsePositiveRate 0..1, of the photos on which nobody enrolled is
     * @param score nobody is named at this score or beyond
     */
    public record Limit(double falsePositiveRate, double score) {}

    /** Whether a policy may confirm somebody out of so many without a human. */
    public boolean isAutomaticAmong(int people) {
        return automaticFrom > 0 && people >= automaticFrom;
    }

    /** Whether a limit for this rate was measured at every size. */
    public boolean knows(double falsePositiveRate) {
        return !galleries.isEmpty()
                && galleries.stream()
                        .allMatch(gallery -> gallery.at(falsePositiveRate).isPresent());
    }

    /** For so many people and a rate that {@link #knows} knows. */
    public double limit(int people, double falsePositiveRate) {
        Gallery largest = galleries.getLast();
        return galleries.stream()
                .filter(gallery -> gallery.people() >= people)
                .findFirst()
                .map(gallery -> gallery.at(falsePositiveRate).orElseThrow())
                .orElseGet(() -> largest.at(falsePositiveRate).orElseThrow()
                        - fallPerDoubling(falsePositiveRate) * doublings(people, largest.people()));
    }

    private double fallPerDoubling(double falsePositiveRate) {
        Gallery smallest = galleries.getFirst();
        Gallery largest = galleries.getLast();
        if (smallest.people() == largest.people()) {
            return 0;
        }
        double fall = smallest.at(falsePositiveRate).orElseThrow()
                - largest.at(falsePositiveRate).orElseThrow();
        return Math.max(0, fall) / doublings(largest.people(), smallest.people());
    }

    private static double doublings(int people, int fewer) {
        return Math.log((double) people / fewer) / Math.log(2);
    }
}
