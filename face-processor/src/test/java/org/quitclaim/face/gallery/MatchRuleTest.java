package org.quitclaim.face.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.recognition.SimilarityBand;
import org.quitclaim.face.TestPermits;
import org.quitclaim.face.pack.MatchLimits;
import org.quitclaim.face.pack.MeasuredLimits;
import org.quitclaim.face.pack.MeasuredLimits.Gallery;
import org.quitclaim.face.pack.MeasuredLimits.Limit;
import org.quitclaim.face.pack.SecondPerson;

class MatchRuleTest {

    private static final MeasuredLimits MEASURED = new MeasuredLimits(
            List.of(
                    new Gallery(1, List.of(new Limit(0.01, 0.40), new Limit(0.02, 0.42))),
                    new Gallery(16, List.of(new Limit(0.01, 0.32), new Limit(0.02, 0.34)))),
            16);

    private final MatchRule rule = rule(MEASURED, new SecondPerson(0.3, 0.65), 0.01);

    private static MatchRule rule(MeasuredLimits measured, SecondPerson second, double rate) {
        return new MatchRule(new MatchLimits(0.52, 0.44, 0.36, 0.9, second, measured), rate);
    }

    private static GalleryAnswer.Nearest nearest(double distance, double second, int people) {
        return new GalleryAnswer.Nearest(TestPermits.person(1), distance, second, people);
    }

    private MatchVerdict judge(double distance, double second, int people) {
        return rule.judge(nearest(distance, second, people));
    }

    private static MatchVerdict match(double distance, SimilarityBand band, boolean isClose) {
        return new MatchVerdict.Match(TestPermits.person(1), band, isClose, distance);
    }

    @Test
    void bandsFollowTheDistance() {
        assertThat(judge(0.30, 0.7, 9)).isEqualTo(match(0.30, SimilarityBand.STRONG, false));
        assertThat(judge(0.40, 0.7, 9)).isEqualTo(match(0.40, SimilarityBand.LIKELY, false));
        assertThat(judge(0.50, 0.7, 9)).isEqualTo(match(0.50, SimilarityBand.WEAK, false));
    }

    @Test
    void theMorePeopleTheNearerTheNearestHasToBe() {
        assertThat(judge(0.58, 0.7, 1)).isInstanceOf(MatchVerdict.Match.class);
        assertThat(judge(0.58, 0.7, 2)).isInstanceOf(MatchVerdict.NoMatch.class);
        assertThat(judge(0.50, 0.7, 16)).isInstanceOf(MatchVerdict.Match.class);
        assertThat(judge(0.50, 0.7, 64)).isInstanceOf(MatchVerdict.NoMatch.class);
    }

    @Test
    void theNearerTheNextPersonTheNearerTheNearestHasToBe() {
        assertThat(judge(0.48, 0.60, 16)).isInstanceOf(MatchVerdict.Match.class);
        assertThat(judge(0.48, 0.52, 16)).isInstanceOf(MatchVerdict.NoMatch.class);
    }

    @Test
    void aloneTheNextPersonCountsAsFarAway() {
        assertThat(judge(0.59, Double.POSITIVE_INFINITY, 1)).isEqualTo(match(0.59, SimilarityBand.WEAK, false));
        assertThat(judge(0.60, Double.POSITIVE_INFINITY, 1)).isEqualTo(new MatchVerdict.NoMatch());
    }

    @Test
    @Requirement("R82")
    void beyondTheLargestMeasuredGalleryTheLimitGoesOnFalling() {
        assertThat(rule.limit(32)).isCloseTo(0.30, within(1e-9));
        assertThat(rule.limit(64)).isCloseTo(0.28, within(1e-9));
    }

    @Test
    @Requirement("R82")
    void aHigherStatedRateAllowsMoreAndOneThatWasNotMeasuredIsRefused() {
        assertThat(rule(MEASURED, new SecondPerson(0.3, 0.65), 0.019).limit(1)).isEqualTo(0.40);
        assertThat(rule(MEASURED, new SecondPerson(0.3, 0.65), 0.02).limit(1)).isEqualTo(0.42);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule(MEASURED, new SecondPerson(0.3, 0.65), 0.009))
                .withMessageContaining("0.009");
    }

    @Test
    void withoutAMeasurementOnlyTheDistanceCounts() {
        MatchRule plain = rule(MeasuredLimits.NONE, SecondPerson.IGNORED, 0.01);
        assertThat(plain.judge(nearest(0.519, 0.7, 500))).isInstanceOf(MatchVerdict.Match.class);
        assertThat(plain.judge(nearest(0.52, 0.7, 1))).isEqualTo(new MatchVerdict.NoMatch());
    }

    @Test
    @Requirement("R43")
    void noPolicyConfirmsOutOfFewerPeopleThanWereMeasured() {
        assertThat(MEASURED.isAutomaticAmong(15)).isFalse();
        assertThat(MEASURED.isAutomaticAmong(16)).isTrue();
        assertThat(MeasuredLimits.NONE.isAutomaticAmong(1_000_000)).isFalse();
    }

    @Test
    @Requirement("R43")
    void twoNearlyAlikeCandidatesAreMarkedClose() {
        assertThat(judge(0.40, 0.44, 9)).isEqualTo(match(0.40, SimilarityBand.LIKELY, true));
    }

    @Test
    void anEmptyGalleryNamesNobody() {
        assertThat(rule.judge(new GalleryAnswer.Nobody())).isEqualTo(new MatchVerdict.NoMatch());
    }
}
