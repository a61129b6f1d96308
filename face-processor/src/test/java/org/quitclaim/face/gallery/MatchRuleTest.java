package org.quitclaim.face.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.recognition.SimilarityBand;
import org.quitclaim.face.TestPermits;
import org.quitclaim.face.pack.MatchLimits;

class MatchRuleTest {

    private final MatchRule rule = new MatchRule(new MatchLimits(0.52, 0.44, 0.36, 0.65, 0.26, 0.70, 0.85));

    /** As if ten other vectors were all at {@code others}. */
    private MatchVerdict judge(double distance, double second, double others) {
        return rule.judge(new GalleryAnswer.Nearest(
                TestPermits.person(1), distance, second, new GalleryAnswer.Crowd(10, 10 * others * others)));
    }

    private MatchVerdict match(double distance, SimilarityBand band, boolean isClose) {
        return new MatchVerdict.Match(TestPermits.person(1), band, isClose, distance);
    }

    @Test
    void bandsFollowTheDistance() {
        assertThat(judge(0.30, 0.7, 0.8)).isEqualTo(match(0.30, SimilarityBand.STRONG, false));
        assertThat(judge(0.40, 0.7, 0.8)).isEqualTo(match(0.40, SimilarityBand.LIKELY, false));
        assertThat(judge(0.50, 0.7, 0.8)).isEqualTo(match(0.50, SimilarityBand.WEAK, false));
    }

    @Test
    void beyondTheThresholdNobodyIsNamed() {
        assertThat(judge(0.52, 0.9, 1.2)).isEqualTo(new MatchVerdict.NoMatch());
    }

    @Test
    void whoDoesNotStandOutFromTheCrowdIsNotNamed() {
        assertThat(judge(0.42, 0.55, 0.58)).isEqualTo(new MatchVerdict.NoMatch());
    }

    @Test
    @Requirement("R43")
    void twoNearlyAlikeCandidatesAreMarkedClose() {
        assertThat(judge(0.40, 0.45, 0.8)).isEqualTo(match(0.40, SimilarityBand.LIKELY, true));
    }

    @Test
    void aloneInTheGalleryOneAssumedStrangerIsTheCrowd() {
        GalleryAnswer.Crowd none = new GalleryAnswer.Crowd(0, 0);
        assertThat(rule.judge(new GalleryAnswer.Nearest(TestPermits.person(1), 0.43, Double.POSITIVE_INFINITY, none)))
                .isEqualTo(match(0.43, SimilarityBand.LIKELY, false));
        assertThat(rule.judge(new GalleryAnswer.Nearest(TestPermits.person(1), 0.47, Double.POSITIVE_INFINITY, none)))
                .isEqualTo(new MatchVerdict.NoMatch());
    }

    @Test
    void anEmptyGalleryNamesNobody() {
        assertThat(rule.judge(new GalleryAnswer.Nobody())).isEqualTo(new MatchVerdict.NoMatch());
    }
}
