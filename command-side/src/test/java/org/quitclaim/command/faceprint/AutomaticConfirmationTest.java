package org.quitclaim.command.faceprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.photo.ConfirmedBy;
import org.quitclaim.domain.recognition.RecognitionPolicy.Automatic;
import org.quitclaim.domain.recognition.SimilarityBand;
import org.quitclaim.face.gallery.MatchVerdict.Match;
import org.quitclaim.face.pack.MeasuredLimits;

/** When a policy may say who somebody is. */
@Requirement({"R43", "R82"})
class AutomaticConfirmationTest {
    private static final MeasuredLimits FROM_100 = new MeasuredLimits(List.of(), 100);
    private static final PolicySettings USUAL = new PolicySettings(1, false);
    private static final Match STRONG = new Match(Sample.person("ann"), SimilarityBand.STRONG, false, 0.2);

    private static Optional<ConfirmedBy> among(int people, PolicySettings settings, MeasuredLimits measured) {
        return new AutomaticConfirmation(settings, measured).by(Automatic.STRONG_ONLY, people, STRONG, false);
    }

    @Test
    void nobodyIsConfirmedAmongFewerPeopleThanWereMeasured() {
        assertThat(among(1, USUAL, FROM_100)).isEmpty();
        assertThat(among(99, USUAL, FROM_100)).isEmpty();
        assertThat(among(100, USUAL, FROM_100)).contains(ConfirmedBy.POLICY);
        assertThat(among(1_000_000, USUAL, MeasuredLimits.NONE))
                .as("a pack that was not measured")
                .isEmpty();
    }

    @Test
    void aSettingMayAskForMorePeopleAndNeverForFewer() {
        assertThat(among(150, new PolicySettings(200, false), FROM_100)).isEmpty();
        assertThat(among(200, new PolicySettings(200, false), FROM_100)).contains(ConfirmedBy.POLICY);
        assertThat(among(50, new PolicySettings(10, false), FROM_100)).isEmpty();
    }

    @Test
    void thatAHumanLooksFirstIsRelaxedBySettingOnly() {
        assertThat(among(100, USUAL, FROM_100)).contains(ConfirmedBy.POLICY);
        assertThat(among(100, new PolicySettings(1, true), FROM_100)).contains(ConfirmedBy.POLICY_ALONE);
    }

    @Test
    void whatIsNotStrongAndAloneOrAMinorIsForAHuman() {
        AutomaticConfirmation rule = new AutomaticConfirmation(USUAL, FROM_100);
        Match likely = new Match(Sample.person("ann"), SimilarityBand.LIKELY, false, 0.4);
        Match close = new Match(Sample.person("ann"), SimilarityBand.STRONG, true, 0.2);
        assertThat(rule.by(Automatic.STRONG_ONLY, 100, likely, false)).isEmpty();
        assertThat(rule.by(Automatic.STRONG_ONLY, 100, close, false)).isEmpty();
        assertThat(rule.by(Automatic.STRONG_ONLY, 100, STRONG, true)).isEmpty();
        assertThat(rule.by(Automatic.NEVER, 100, STRONG, false)).isEmpty();
    }
}
