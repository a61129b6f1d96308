package org.quitclaim.face.gallery;

import org.quitclaim.domain.recognition.SimilarityBand;
import org.quitclaim.face.pack.MatchLimits;

/**
 * When the nearest person counts as a match.
 *
 * <p>A fixed limit alone names strangers wherever faces look more alike to the network than portraits do: small or old
 * pictures, drawings, children. So the nearest person must also stand out from the crowd: be much nearer than the other
 * candidates are on average. Where there are few others, one assumed stranger is counted in.
 *
 * <p><b>Guarantees</b>: a match says how alike the faces are as a band only, and whether another person is nearly as
 * alike; a close one is never to be confirmed without a human.
 *
 * <p><b>Source</b>: R43; cohort normalisation as in speaker and face verification; the limits come with the model pack.
 */
public record MatchRule(MatchLimits limits) {

    public MatchVerdict judge(GalleryAnswer answer) {
        return switch (answer) {
            case GalleryAnswer.Nobody() -> new MatchVerdict.NoMatch();
            case GalleryAnswer.Nearest nearest -> judge(nearest);
        };
    }

    private MatchVerdict judge(GalleryAnswer.Nearest nearest) {
        double others = crowdDistance(nearest.crowd());
        boolean standsOut =
                nearest.distance() <= limits.crowdRatio() * others && nearest.distance() <= others - limits.crowdGap();
        if (nearest.distance() >= limits.threshold() || !standsOut) {
            return new MatchVerdict.NoMatch();
        }
        boolean isClose = nearest.distance() > limits.closeRatio() * nearest.second();
        return new MatchVerdict.Match(nearest.person(), band(nearest.distance()), isClose, nearest.distance());
    }

    /** Root mean square distance of the others and of one assumed stranger. */
    private double crowdDistance(GalleryAnswer.Crowd crowd) {
        double stranger = limits.strangerDistance() * limits.strangerDistance();
        return Math.sqrt((crowd.squares() + stranger) / (crowd.vectors() + 1));
    }

    private SimilarityBand band(double distance) {
        if (distance < limits.strongBelow()) {
            return SimilarityBand.STRONG;
        }
        return distance < limits.likelyBelow() ? SimilarityBand.LIKELY : SimilarityBand.WEAK;
    }
}
