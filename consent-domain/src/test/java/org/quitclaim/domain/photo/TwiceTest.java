package org.quitclaim.domain.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.photo.Photos.LEFT;
import static org.quitclaim.domain.photo.Photos.ORIGINAL;
import static org.quitclaim.domain.photo.Photos.RIGHT;
import static org.quitclaim.domain.photo.Photos.STAGE;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.photo.PhotoCommand.AuthoriseRelease;
import org.quitclaim.domain.photo.PhotoCommand.CompleteReview;
import org.quitclaim.domain.photo.PhotoCommand.ConfirmSighting;
import org.quitclaim.domain.photo.PhotoCommand.DetachSighting;
import org.quitclaim.domain.photo.PhotoCommand.ExplainOnePerson;
import org.quitclaim.domain.photo.PhotoCommand.SuggestMatch;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.recognition.SimilarityBand;
import org.quitclaim.domain.status.StatusReason;
import org.quitclaim.domain.status.StatusRule;

class TwiceTest {
    private static final PersonId ANNA = Sample.person("anna");
    private static final PersonId BORIS = Sample.person("boris");

    private final Scenario<PhotoState, PhotoCommand, PhotoEvent> photo = Photos.reviewed(LEFT, RIGHT);
    private final Scenario<PhotoState, PhotoCommand, PhotoEvent> twice =
            photo.and(sighted(LEFT, ANNA), sighted(RIGHT, ANNA));

    @Test
    void onePersonOnTwoFacesIsNotReleasedUntilAHumanSaysHowThatCanBe() {
        assertThat(amber(twice)).containsExactly("photo.person-twice", "photo.person-twice");
        twice.when(release()).then(PhotoRejection.PERSON_TWICE);

        var explained = twice.and(explain(LEFT, RIGHT));

        assertThat(amber(explained)).isEmpty();
        explained.when(release()).accepted();
    }

    @Test
    void whatWasExplainedIsForThoseFacesAndThatPerson() {
        var explained = twice.and(explain(LEFT, RIGHT));

        var again = explained.and(new DetachSighting(STAGE, RIGHT, ANNA), sighted(RIGHT, ANNA));

        assertThat(amber(again)).containsExactly("photo.person-twice");
        again.when(release()).then(PhotoRejection.PERSON_TWICE);
    }

    @Test
    void onlyFacesOfOnePersonAreExplained() {
        photo.and(sighted(LEFT, ANNA), sighted(RIGHT, BORIS))
                .when(explain(LEFT, RIGHT))
                .then(PhotoRejection.NOT_ONE_PERSON);
        twice.when(explain(LEFT)).then(PhotoRejection.NOT_ONE_PERSON);
        twice.when(explain(LEFT, LEFT)).then(PhotoRejection.UNKNOWN_FACE);
        twice.when(explain(LEFT, Sample.face("none"))).then(PhotoRejection.UNKNOWN_FACE);
        twice.and(explain(LEFT, RIGHT)).when(explain(LEFT, RIGHT)).then(PhotoRejection.SAME_STANDING);
    }

    @Test
    void aPolicyConfirmsNeitherOfTwoFacesThatMayBeOnePerson() {
        var suggested = photo.and(strong(LEFT), strong(RIGHT));
        suggested.when(byPolicy(LEFT, ConfirmedBy.POLICY)).then(PhotoRejection.NOT_AUTOMATIC);
        suggested.when(byPolicy(RIGHT, ConfirmedBy.POLICY_ALONE)).then(PhotoRejection.NOT_AUTOMATIC);
        photo.and(sighted(LEFT, ANNA), strong(RIGHT))
                .when(byPolicy(RIGHT, ConfirmedBy.POLICY))
                .then(PhotoRejection.NOT_AUTOMATIC);
    }

    /** Attested in a later run than the first. */
    @ParameterizedTest
    @EnumSource(names = {"POLICY", "POLICY_ALONE"})
    void whatAPolicyConfirmedIsOpenAgainOnceAnotherFaceMayBeThatPerson(ConfirmedBy policy) {
        var confirmed = photo.and(strong(LEFT), byPolicy(LEFT, policy));
        assertThat(standing(confirmed)).isEqualTo(new FaceStanding.Sighted(ANNA));

        var later = confirmed.and(strong(RIGHT));

        assertThat(standing(later)).isEqualTo(FaceStanding.OPEN);
        later.when(byPolicy(LEFT, policy)).then(PhotoRejection.NOT_AUTOMATIC);
        later.when(byPolicy(RIGHT, policy)).then(PhotoRejection.NOT_AUTOMATIC);
        later.when(new ConfirmSighting(STAGE, LEFT, ANNA, ConfirmedBy.SUGGESTION))
                .accepted();
    }

    @Test
    void aLinkThatAHumanMadeOrSawStaysWhenAnotherFaceMayBeThatPerson() {
        for (var linked : List.of(
                photo.and(sighted(LEFT, ANNA)),
                photo.and(strong(LEFT), new ConfirmSighting(STAGE, LEFT, ANNA, ConfirmedBy.SUGGESTION)),
                photo.and(new ConfirmSighting(STAGE, LEFT, ANNA, ConfirmedBy.COPY)),
                photo.and(
                        strong(LEFT),
                        byPolicy(LEFT, ConfirmedBy.POLICY),
                        sighted(RIGHT, BORIS),
                        new CompleteReview(STAGE, false),
                        new DetachSighting(STAGE, RIGHT, BORIS)))) {
            assertThat(standing(linked.and(strong(RIGHT)))).isEqualTo(new FaceStanding.Sighted(ANNA));
        }
    }

    /** It is red for her; open, it would be amber. */
    @Test
    void aPolicysLinkToSomebodyWhoSaidNoStays() {
        SuggestMatch strong = strong(RIGHT);
        var later = photo.and(
                strong(LEFT),
                byPolicy(LEFT, ConfirmedBy.POLICY),
                new SuggestMatch(STAGE, RIGHT, strong.suggestion(), true));

        assertThat(standing(later)).isEqualTo(new FaceStanding.Sighted(ANNA));
    }

    private static FaceStanding standing(Scenario<PhotoState, PhotoCommand, PhotoEvent> scenario) {
        MarkedFace left = ((Registered) scenario.state()).faces().get(LEFT);
        return Objects.requireNonNull(left, "marked").standing();
    }

    @Test
    void whatAPolicyConfirmedCountsOnceAHumanHasLooked() {
        var confirmed = photo.and(strong(LEFT), byPolicy(LEFT, ConfirmedBy.POLICY), sighted(RIGHT, BORIS));
        assertThat(amber(confirmed)).containsExactly("photo.confirmed-unseen");
        confirmed.when(release()).then(PhotoRejection.CONFIRMED_UNSEEN);

        var seen = confirmed.and(new CompleteReview(STAGE, false));

        assertThat(amber(seen)).isEmpty();
        seen.when(release()).accepted();
    }

    @Test
    void whereTheOperatorDeclaredSoItCountsAtOnce() {
        photo.and(strong(LEFT), byPolicy(LEFT, ConfirmedBy.POLICY_ALONE), sighted(RIGHT, BORIS))
                .when(release())
                .accepted();
    }

    private static List<String> amber(Scenario<PhotoState, PhotoCommand, PhotoEvent> scenario) {
        Registered state = (Registered) scenario.state();
        StatusRule.Purpose website =
                new StatusRule.Purpose(Channel.WEBSITE, Territory.WORLD, UseContext.GENERAL, false);
        return StatusRule.at(state, state.original(), website, who -> Optional.empty(), Sample.NOW).reasons().stream()
                .map(StatusReason::code)
                .filter(code -> code.startsWith("photo."))
                .toList();
    }

    private static ConfirmSighting sighted(FaceId face, PersonId person) {
        return new ConfirmSighting(STAGE, face, person, ConfirmedBy.HAND);
    }

    private static ConfirmSighting byPolicy(FaceId face, ConfirmedBy by) {
        return new ConfirmSighting(STAGE, face, ANNA, by);
    }

    private static ExplainOnePerson explain(FaceId... faces) {
        return new ExplainOnePerson(STAGE, List.of(faces), TwiceBecause.POSTER);
    }

    private static AuthoriseRelease release() {
        return new AuthoriseRelease(STAGE, Sample.publication("site"), ORIGINAL);
    }

    private static SuggestMatch strong(FaceId face) {
        return new SuggestMatch(
                STAGE,
                face,
                new Suggestion(ANNA, Sample.run("one"), 1, SimilarityBand.STRONG, false, Sample.record("score")),
                false);
    }
}
