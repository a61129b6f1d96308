package org.quitclaim.face.gallery;

import org.quitclaim.domain.recognition.SimilarityBand;
import org.quitclaim.face.pack.MatchLimits;
import org.quitclaim.face.pack.MeasuredLimits;

/**
 * When the nearest person counts as a match.
 *
 * <p>The more people a face is compared with, the nearer a stranger comes to one of them by chance: the limit falls with
 * their number. And the nearest person must stand out: the farther the next one is, the farther the nearest may be.
 *
 * <p><b>Guarantees</b>: a match says how alike the faces are as a band only, and whether another person is nearly as
 * alike; a close one is never to be confirmed without a human. With a pack without measurements only the distance counts.
 *
 * <p><b>Source</b>: R43, R82; the limits and their measurement come with the model pack.
 *
 * @param falsePositiveRate 0..1, on how many photos without anybody enrolled somebody may be named
 */
public record MatchRule(MatchLimits limits, double falsePositiveRate) {

    /** One photo in a hundred. */
    public static final double USUAL_RATE = 0.01;

    public MatchRule {
        if (!serves(limits, falsePositiveRate)) {
            throw new IllegalArgumentException(
                    "The model pack was not measured for so low a false-positive rate as " + falsePositiveRate);
        }
    }

    /** Whether limits for this rate were measured; without a measurement any rate has the same limit. */
    public static boolean serves(MatchLimits limits, double falsePositiveRate) {
        MeasuredLimits measured = limits.measured();
        return measured.galleries().isEmpty() || measured.knows(falsePositiveRate);
    }

    public MatchVerdict judge(GalleryAnswer answer) {
        return switch (answer) {
            case GalleryAnswer.Nobody() -> new MatchVerdict.NoMatch();
            case GalleryAnswer.Nearest nearest -> judge(nearest);
        };
    }

    private MatchVerdict judge(GalleryAnswer.Nearest nearest) {
        if (score(nearest) >= limit(nearest.people())) {
            return new MatchVerdict.NoMatch();
        }
        boolean isClose = nearest.distance() > limits.closeRatio() * nearest.second();
        return new MatchVerdict.Match(nearest.person(), band(nearest.distance()), isClose, nearest.distance());
    }

    /** What the limit is compared with; the lower, the more alike. */
    public double score(GalleryAnswer.Nearest nearest) {
        return limits.second().score(nearest.distance(), nearest.second());
    }

    /** Among so many people nobody is named at this score or beyond. */
    public double limit(int people) {
        MeasuredLimits measured = limits.measured();
        return measured.galleries().isEmpty()
                ? limits.second().score(limits.threshold(), Double.POSITIVE_INFINITY)
                : measured.limit(people, falsePositiveRate);
    }

    private SimilarityBand band(double distance) {
        if (distance < limits.strongBelow()) {
            return SimilarityBand.STRONG;
        }
        return distance < limits.likelyBelow() ? SimilarityBand.LIKELY : SimilarityBand.WEAK;
    }
}
