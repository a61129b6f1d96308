package org.quitclaim.domain.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.photo.Photos.BOX;
import static org.quitclaim.domain.photo.Photos.LEFT;
import static org.quitclaim.domain.photo.Photos.RIGHT;
import static org.quitclaim.domain.photo.Photos.STAGE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.photo.Mark.Kind;
import org.quitclaim.domain.photo.Mark.Origin;
import org.quitclaim.domain.photo.PhotoCommand.AttestFaces;
import org.quitclaim.domain.photo.PhotoCommand.ConfirmSighting;
import org.quitclaim.domain.photo.PhotoCommand.DeclareUnregistered;
import org.quitclaim.domain.photo.PhotoCommand.DetachSighting;
import org.quitclaim.domain.photo.PhotoCommand.DrawFace;
import org.quitclaim.domain.photo.PhotoCommand.RecordRun;
import org.quitclaim.domain.photo.PhotoCommand.RetractSuggestion;
import org.quitclaim.domain.photo.PhotoCommand.SuggestMatch;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.recognition.RecognitionScope;
import org.quitclaim.domain.recognition.SimilarityBand;
import org.quitclaim.domain.recognition.Sought;

class SuggestionRulesTest {
    private static final PersonId ANNA = Sample.person("anna");
    private static final PersonId BORIS = Sample.person("boris");

    private final Scenario<PhotoState, PhotoCommand, PhotoEvent> photo = Photos.reviewed(LEFT, RIGHT);

    @Test
    void exactlyTheNamedFacesAreAttested() {
        photo.when(attest(RIGHT, LEFT))
                .then(new PhotoEvent.FacesAttested(
                        STAGE, List.of(LEFT, RIGHT), RecognitionScope.PARTICIPANTS, Sample.NOW));
        photo.when(attest(LEFT))
                .then(new PhotoEvent.FacesAttested(STAGE, List.of(LEFT), RecognitionScope.PARTICIPANTS, Sample.NOW));
    }

    @Test
    void attestingNobodyOrSomebodyWhoIsNotThereIsRefused() {
        photo.when(attest()).then(PhotoRejection.NOTHING_ATTESTED);
        photo.when(attest(LEFT, Sample.face("none"))).then(PhotoRejection.UNKNOWN_FACE);
    }

    @Test
    void aFaceThatIsResolvedIsNotAttested() {
        photo.and(new ConfirmSighting(STAGE, LEFT, ANNA, ConfirmedBy.HAND))
                .when(attest(LEFT, RIGHT))
                .then(PhotoRejection.NOT_ATTESTABLE);
        photo.and(new DeclareUnregistered(STAGE, RIGHT)).when(attest(RIGHT)).then(PhotoRejection.NOT_ATTESTABLE);
    }

    @ParameterizedTest
    @EnumSource(names = {"FROM_BEHIND", "NAME_BADGE", "SCREEN"})
    void whatIsNoFaceIsNotAttested(Kind kind) {
        FaceId other = Sample.face("other");
        photo.and(new DrawFace(STAGE, new Mark(other, BOX, kind, Origin.DRAWN, 100)))
                .when(attest(other))
                .then(PhotoRejection.NOT_ATTESTABLE);
    }

    @Test
    @Requirement("R43")
    void aSuggestionAloneIdentifiesNobody() {
        var after = photo.when(suggest(LEFT, ANNA))
                .then(new PhotoEvent.MatchSuggested(STAGE, LEFT, suggestion(ANNA), Sample.NOW));
        MarkedFace face = Sample.in(registered(after).faces(), LEFT);
        assertThat(face.standing()).isEqualTo(FaceStanding.OPEN);
        assertThat(face.suggestions()).containsExactly(suggestion(ANNA));
        assertThat(registered(after).version()).isEqualTo(registered(photo).version());
    }

    @Test
    void twoPersonsCanBeSuggestedButNobodyTwice() {
        var both = photo.and(suggest(LEFT, ANNA), suggest(LEFT, BORIS));
        assertThat(Sample.in(registered(both).faces(), LEFT).suggestions())
                .containsExactly(suggestion(ANNA), suggestion(BORIS));
        both.when(suggest(LEFT, ANNA)).then(PhotoRejection.SUGGESTED_ALREADY);
        both.when(suggest(RIGHT, ANNA)).accepted();
    }

    @Test
    void aSuggestionForAResolvedOrUnknownFaceIsRefused() {
        photo.and(new ConfirmSighting(STAGE, LEFT, BORIS, ConfirmedBy.HAND))
                .when(suggest(LEFT, ANNA))
                .then(PhotoRejection.NOT_OPEN);
        photo.when(suggest(Sample.face("none"), ANNA)).then(PhotoRejection.UNKNOWN_FACE);
    }

    @Test
    @Requirement("R20")
    void aRetractedSuggestionIsGoneAndOthersStay() {
        var after = photo.and(suggest(LEFT, ANNA), suggest(LEFT, BORIS))
                .when(new RetractSuggestion(STAGE, LEFT, ANNA))
                .then(new PhotoEvent.SuggestionRetracted(STAGE, LEFT, ANNA, Sample.NOW));
        assertThat(Sample.in(registered(after).faces(), LEFT).suggestions()).containsExactly(suggestion(BORIS));
        after.when(new RetractSuggestion(STAGE, LEFT, ANNA)).then(PhotoRejection.NO_SUGGESTION);
        photo.when(new RetractSuggestion(STAGE, Sample.face("none"), ANNA)).then(PhotoRejection.UNKNOWN_FACE);
    }

    @Test
    void anOldSuggestionDoesNotComeBackWhenASightingIsDetached() {
        var after = photo.and(
                suggest(LEFT, ANNA),
                new ConfirmSighting(STAGE, LEFT, BORIS, ConfirmedBy.HAND),
                new DetachSighting(STAGE, LEFT, BORIS));
        assertThat(Sample.in(registered(after).faces(), LEFT).suggestions()).isEmpty();
    }

    /** As of a suggestion: the no came in between. */
    @Test
    @Requirement("R18")
    void aLinkThatAPolicyMadeIsRetractedLikeASuggestionUnlessAHumanSaidItToo() {
        var suggested = photo.and(suggest(LEFT, ANNA, SimilarityBand.STRONG));
        var linked = suggested.and(new ConfirmSighting(STAGE, LEFT, ANNA, ConfirmedBy.POLICY));
        RetractSuggestion retract = new RetractSuggestion(STAGE, LEFT, ANNA);

        var after = linked.when(retract)
                .then(new PhotoEvent.SightingDetached(
                        STAGE, LEFT, ANNA, registered(linked).version() + 1, Sample.NOW));

        MarkedFace face = Sample.in(registered(after).faces(), LEFT);
        assertThat(face.standing()).isEqualTo(FaceStanding.OPEN);
        assertThat(face.suggestions()).isEmpty();
        linked.when(new RetractSuggestion(STAGE, LEFT, BORIS)).then(PhotoRejection.NO_SUGGESTION);
        suggested
                .and(new ConfirmSighting(STAGE, LEFT, ANNA, ConfirmedBy.HAND))
                .when(retract)
                .then(PhotoRejection.NO_SUGGESTION);
    }

    @Test
    void aRunLeavesARecordAndChangesNothing() {
        RecognitionRun run = new RecognitionRun(
                Sample.run("one"),
                Sample.permit("attested"),
                "face-api",
                7,
                Sought.PARTICIPANTS,
                2,
                List.of(RIGHT, LEFT),
                2,
                List.of(SimilarityBand.STRONG, SimilarityBand.WEAK),
                Sample.NOW,
                Sample.NOW);
        var after = photo.when(new RecordRun(STAGE, run)).then(new PhotoEvent.RecognitionRan(STAGE, run, Sample.NOW));
        assertThat(after.state()).isEqualTo(photo.state());
        assertThat(run.facesIn()).containsExactly(LEFT, RIGHT);
        assertThat(run.bands()).containsExactly(SimilarityBand.WEAK, SimilarityBand.STRONG);
    }

    private static AttestFaces attest(FaceId... faces) {
        return new AttestFaces(STAGE, List.of(faces), RecognitionScope.PARTICIPANTS);
    }

    private static SuggestMatch suggest(FaceId face, PersonId person) {
        return suggest(face, person, SimilarityBand.LIKELY);
    }

    private static SuggestMatch suggest(FaceId face, PersonId person, SimilarityBand band) {
        return new SuggestMatch(STAGE, face, suggestion(person, band), false);
    }

    private static Suggestion suggestion(PersonId person) {
        return suggestion(person, SimilarityBand.LIKELY);
    }

    private static Suggestion suggestion(PersonId person, SimilarityBand band) {
        return new Suggestion(person, Sample.run("one"), 1, band, false, Sample.record("score"));
    }

    private static Registered registered(Scenario<PhotoState, PhotoCommand, PhotoEvent> photo) {
        return (Registered) photo.state();
    }
}
