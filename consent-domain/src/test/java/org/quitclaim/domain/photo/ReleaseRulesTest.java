package org.quitclaim.domain.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.photo.Photos.BOX;
import static org.quitclaim.domain.photo.Photos.COVERED;
import static org.quitclaim.domain.photo.Photos.LEFT;
import static org.quitclaim.domain.photo.Photos.MOVED;
import static org.quitclaim.domain.photo.Photos.ORIGINAL;
import static org.quitclaim.domain.photo.Photos.RIGHT;
import static org.quitclaim.domain.photo.Photos.STAGE;
import static org.quitclaim.domain.photo.Photos.cover;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.PhotoCommand.AdjustFace;
import org.quitclaim.domain.photo.PhotoCommand.AttestFaces;
import org.quitclaim.domain.photo.PhotoCommand.AuthoriseRelease;
import org.quitclaim.domain.photo.PhotoCommand.CompleteReview;
import org.quitclaim.domain.photo.PhotoCommand.ConfirmSighting;
import org.quitclaim.domain.photo.PhotoCommand.DeclareUnregistered;
import org.quitclaim.domain.photo.PhotoCommand.DetachSighting;
import org.quitclaim.domain.photo.PhotoCommand.DismissFace;
import org.quitclaim.domain.photo.PhotoCommand.DrawFace;
import org.quitclaim.domain.photo.PhotoCommand.EndRelease;
import org.quitclaim.domain.photo.PhotoCommand.FinishRegate;
import org.quitclaim.domain.photo.PhotoCommand.RecordFaces;
import org.quitclaim.domain.photo.PhotoCommand.RecordRun;
import org.quitclaim.domain.photo.PhotoCommand.RemovePhoto;
import org.quitclaim.domain.photo.PhotoCommand.RetractSuggestion;
import org.quitclaim.domain.photo.PhotoCommand.SuggestMatch;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.recognition.RecognitionScope;
import org.quitclaim.domain.recognition.SimilarityBand;
import org.quitclaim.domain.recognition.Sought;

class ReleaseRulesTest {
    private static final PersonId ANNA = Sample.person("anna");
    private static final PersonId BORIS = Sample.person("boris");
    private static final PublicationId PUB = Sample.publication("site");
    private static final Suggestion MATCH =
            new Suggestion(ANNA, Sample.run("one"), 1, SimilarityBand.STRONG, false, Sample.record("score"));

    private final Scenario<PhotoState, PhotoCommand, PhotoEvent> open = Photos.reviewed(LEFT, RIGHT);
    private final Scenario<PhotoState, PhotoCommand, PhotoEvent> known =
            open.and(confirm(RIGHT, ANNA), confirm(LEFT, BORIS));

    @Test
    @Requirement({"R40", "R41"})
    void aReviewedPhotoWithEverybodyKnownIsReleasedAndNamesEverybodyVisible() {
        var released = known.when(release(ORIGINAL))
                .then(new PhotoEvent.ReleaseAuthorised(
                        STAGE, PUB, ORIGINAL, Sample.collection("gala"), List.of(ANNA, BORIS), 4, Sample.NOW));
        assertThat(registered(released).releases()).isEqualTo(Map.of(PUB, ORIGINAL));
        assertThat(registered(released).version()).isEqualTo(4);
    }

    @Test
    void onePersonOnTwoFacesIsNamedOnce() {
        open.and(
                        confirm(LEFT, ANNA),
                        confirm(RIGHT, ANNA),
                        new PhotoCommand.ExplainOnePerson(STAGE, List.of(LEFT, RIGHT), TwiceBecause.MIRROR))
                .when(release(ORIGINAL))
                .thenOne(event -> event instanceof PhotoEvent.ReleaseAuthorised authorised
                        && authorised.visible().equals(List.of(ANNA)));
    }

    @Test
    @Requirement("R39")
    void aPhotoThatNobodyReviewedIsNotReleased() {
        var unreviewed = Photos.registered().and(new RecordFaces(STAGE, Photos.THOROUGHLY, List.of()));
        unreviewed.when(release(ORIGINAL)).then(PhotoRejection.NOT_REVIEWED);
        unreviewed.and(new CompleteReview(STAGE, true)).when(release(ORIGINAL)).accepted();
    }

    @Test
    @Requirement({"R39", "R40"})
    void oneOpenOrUnregisteredFaceBlocks() {
        open.and(confirm(LEFT, ANNA)).when(release(ORIGINAL)).then(PhotoRejection.FACE_OPEN);
        var stranger = open.and(new DeclareUnregistered(STAGE, RIGHT));
        stranger.when(release(ORIGINAL)).then(PhotoRejection.FACE_UNREGISTERED);
        stranger.and(confirm(LEFT, ANNA)).when(release(ORIGINAL)).then(PhotoRejection.FACE_UNREGISTERED);
    }

    @Test
    void aDismissedFaceAsksNobody() {
        open.and(confirm(LEFT, ANNA), new DismissFace(STAGE, RIGHT, DismissalReason.NOT_RECOGNISABLE))
                .when(release(ORIGINAL))
                .thenOne(event -> event instanceof PhotoEvent.ReleaseAuthorised authorised
                        && authorised.visible().equals(List.of(ANNA)));
    }

    @Test
    @Requirement("R42")
    void aCoveredFaceAsksNobodyUntilItIsMoved() {
        var covered = open.and(confirm(LEFT, ANNA), new DeclareUnregistered(STAGE, RIGHT), cover(COVERED, RIGHT));
        covered.when(release(ORIGINAL)).then(PhotoRejection.FACE_UNREGISTERED);
        covered.when(release(COVERED))
                .thenOne(event -> event instanceof PhotoEvent.ReleaseAuthorised authorised
                        && authorised.visible().equals(List.of(ANNA)));
        var moved = covered.and(new AdjustFace(STAGE, RIGHT, MOVED));
        moved.when(release(COVERED)).then(PhotoRejection.NOT_REVIEWED);
        moved.and(new CompleteReview(STAGE, false)).when(release(COVERED)).then(PhotoRejection.FACE_UNREGISTERED);
    }

    @Test
    void whatIsNotAVersionOfThisPhotoIsNotReleased() {
        known.when(release(COVERED)).then(PhotoRejection.UNKNOWN_RENDITION);
    }

    @Test
    void aRenditionNamesTheFacesAndBoxesThatWereFilled() {
        var made = open.when(cover(COVERED, LEFT))
                .then(new PhotoEvent.RenditionMade(
                        STAGE,
                        COVERED,
                        List.of(new Covered(LEFT, BOX)),
                        Sample.record("filled"),
                        Sample.record("known"),
                        Photos.HIDDEN,
                        Sample.NOW));
        assertThat(registered(made).renditions().get(COVERED))
                .isEqualTo(Rendition.of(
                        COVERED, List.of(new Covered(LEFT, BOX)), Sample.record("filled"), List.of(Photos.HIDDEN)));
        assertThat(registered(made).version()).isEqualTo(2);
        made.when(cover(COVERED, RIGHT)).then(PhotoRejection.RENDITION_EXISTS);
    }

    @Test
    void aRenditionCoversSomebodyWhoIsThere() {
        open.when(cover(COVERED)).then(PhotoRejection.NOTHING_COVERED);
        open.when(cover(COVERED, LEFT, Sample.face("none"))).then(PhotoRejection.UNKNOWN_FACE);
    }

    @Test
    @Requirement("R42")
    void aFaceMovedWhileItWasBeingCoveredWouldShineThrough() {
        open.and(new AdjustFace(STAGE, RIGHT, MOVED))
                .when(cover(COVERED, LEFT, RIGHT))
                .then(PhotoRejection.FACE_MOVED);
    }

    @Test
    void aReviewNeedsDetectionAndIsCompletedOnce() {
        Photos.registered().when(new CompleteReview(STAGE, true)).then(PhotoRejection.NOT_YET_DETECTED);
        open.when(new CompleteReview(STAGE, true)).then(PhotoRejection.ALREADY_REVIEWED);
        Photos.registered()
                .and(new RecordFaces(STAGE, Photos.THOROUGHLY, List.of()))
                .when(new CompleteReview(STAGE, true))
                .then(new PhotoEvent.ReviewCompleted(STAGE, true, 2, Sample.NOW));
    }

    @Test
    void aReleaseEndsOnce() {
        known.when(new EndRelease(STAGE, PUB)).then(PhotoRejection.NO_SUCH_RELEASE);
        var ended = known.and(release(ORIGINAL))
                .when(new EndRelease(STAGE, PUB))
                .then(new PhotoEvent.ReleaseEnded(STAGE, PUB, Sample.NOW));
        assertThat(ended.state()).isEqualTo(known.state());
        ended.when(new EndRelease(STAGE, PUB)).then(PhotoRejection.NO_SUCH_RELEASE);
    }

    @Test
    void endingOneReleaseLeavesTheOthers() {
        PublicationId press = Sample.publication("press");
        var ended =
                known.and(release(ORIGINAL), new AuthoriseRelease(STAGE, press, ORIGINAL), new EndRelease(STAGE, PUB));
        assertThat(registered(ended).releases()).isEqualTo(Map.of(press, ORIGINAL));
    }

    @Test
    void judgingAnewMovesForwardAndNeverBeyondTheVersion() {
        known.when(new FinishRegate(STAGE, 5)).then(PhotoRejection.NOTHING_TO_REGATE);
        known.when(new FinishRegate(STAGE, 0)).then(PhotoRejection.NOTHING_TO_REGATE);
        var done = known.when(new FinishRegate(STAGE, 3)).then(new PhotoEvent.ReleasesRegated(STAGE, 3, Sample.NOW));
        assertThat(registered(done).regated()).isEqualTo(3);
        done.when(new FinishRegate(STAGE, 3)).then(PhotoRejection.NOTHING_TO_REGATE);
        done.when(new FinishRegate(STAGE, 4)).accepted();
    }

    @Test
    void aRemovedPhotoCountsAsAChangeAndKeepsItsReleasesToBeSettled() {
        var removed = known.and(release(ORIGINAL))
                .when(new RemovePhoto(STAGE))
                .then(new PhotoEvent.PhotoRemoved(STAGE, 5, Sample.NOW));
        assertThat(registered(removed).removed()).isTrue();
        assertThat(registered(removed).releases()).containsKey(PUB);
        removed.when(new FinishRegate(STAGE, 5)).accepted();
        removed.when(new EndRelease(STAGE, PUB)).accepted();
        removed.when(Photos.register(STAGE)).then(PhotoRejection.ALREADY_REGISTERED);
    }

    @Test
    void theSuggestionsOnARemovedPhotoCanStillBeRetracted() {
        open.and(new SuggestMatch(STAGE, LEFT, MATCH, false), new RemovePhoto(STAGE))
                .when(new RetractSuggestion(STAGE, LEFT, ANNA))
                .accepted();
    }

    static Stream<PhotoCommand> everythingElse() {
        return Stream.of(
                new RecordFaces(STAGE, Photos.THOROUGHLY, List.of()),
                new DrawFace(STAGE, Photos.mark(Sample.face("new"))),
                new AdjustFace(STAGE, LEFT, MOVED),
                new DismissFace(STAGE, LEFT, DismissalReason.NOT_A_PERSON),
                new AttestFaces(STAGE, List.of(LEFT), RecognitionScope.PARTICIPANTS),
                new RecordRun(
                        STAGE,
                        new RecognitionRun(
                                Sample.run("one"),
                                Sample.permit("one"),
                                "face-api",
                                1,
                                Sought.PARTICIPANTS,
                                1,
                                List.of(),
                                0,
                                List.of(),
                                Sample.NOW,
                                Sample.NOW)),
                new SuggestMatch(STAGE, LEFT, MATCH, false),
                confirm(LEFT, ANNA),
                new DetachSighting(STAGE, LEFT, ANNA),
                new DeclareUnregistered(STAGE, LEFT),
                cover(COVERED, LEFT),
                new CompleteReview(STAGE, true),
                release(ORIGINAL),
                new RemovePhoto(STAGE));
    }

    @ParameterizedTest
    @MethodSource("everythingElse")
    void nothingElseHappensToARemovedPhoto(PhotoCommand command) {
        known.and(new RemovePhoto(STAGE)).when(command).then(PhotoRejection.REMOVED);
    }

    private static AuthoriseRelease release(RenditionId rendition) {
        return new AuthoriseRelease(STAGE, PUB, rendition);
    }

    private static ConfirmSighting confirm(FaceId face, PersonId person) {
        return new ConfirmSighting(STAGE, face, person, ConfirmedBy.HAND);
    }

    private static Registered registered(Scenario<PhotoState, PhotoCommand, PhotoEvent> photo) {
        return (Registered) photo.state();
    }
}
