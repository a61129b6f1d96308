package org.quitclaim.face.gallery;

import org.quitclaim.domain.recognition.SimilarityBand;
import org.quitclaim.face.pack.MatchLimits;

/**
 * When the nearest person counts as a match.
 *
 * <p><b>Guarantees</b>: a match says how alike the faces are as a band only, and whether another person is nearly as
 * alike; a close one is never to be confirmed without a human.
 *
 * <p><b>Source</b>: R43; the limits come with the model pack and are justified in {@code docs/adr}.
 */
public record MatchRule(MatchLimits limits) {

    public MatchVerdict judge(GalleryAnswer answer) {
        return switch (answer) {
            case GalleryAnswer.Nobody() -> new MatchVerdict.NoMatch();
            case GalleryAnswer.Nearest nearest -> judge(nearest);
        };
    }

    private MatchVerdict judge(GalleryAnswer.Nearest nearest) {
        if (nearest.distance() >= limits.threshold()) {
            return new MatchVerdict.NoMatch();
        }
        return new MatchVerdict.Match(
                nearest.person(), band(nearest.distance()), nearest.margin() < limits.margin(), nearest.distance());
    }

    private SimilarityBand band(double distance) {
        if (distance < limits.strongBelow()) {
            return SimilarityBand.STRONG;
        }
        return distance < limits.likelyBelow() ? SimilarityBand.LIKELY : SimilarityBand.WEAK;
    }
}
