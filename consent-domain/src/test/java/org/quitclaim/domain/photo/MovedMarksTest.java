package org.quitclaim.domain.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.photo.Photos.BOX;
import static org.quitclaim.domain.photo.Photos.COVERED;
import static org.quitclaim.domain.photo.Photos.LEFT;
import static org.quitclaim.domain.photo.Photos.MOVED;
import static org.quitclaim.domain.photo.Photos.ORIGINAL;
import static org.quitclaim.domain.photo.Photos.STAGE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.PhotoCommand.AdjustFace;
import org.quitclaim.domain.photo.PhotoCommand.CompleteReview;
import org.quitclaim.domain.photo.PhotoCommand.ConfirmSighting;
import org.quitclaim.domain.photo.PhotoCommand.DeclareUnregistered;
import org.quitclaim.domain.photo.PhotoCommand.DismissFace;
import org.quitclaim.domain.photo.PhotoCommand.DrawFace;
import org.quitclaim.domain.photo.PhotoCommand.ExplainOnePerson;
import org.quitclaim.domain.photo.PhotoCommand.RecordFaces;
import org.quitclaim.domain.photo.PhotoCommand.SuggestMatch;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.recognition.SimilarityBand;

/** What was said of a mark was said of what it showed; a mark that goes elsewhere shows something else. */
class MovedMarksTest {
    private static final PersonId ANNA = Sample.person("anna");
    private static final FaceId DRAWN = Sample.face("drawn");
    private static final FaceId OTHER = Sample.face("other");
    private static final Box CORNER = new Box(0.7, 0.7, 0.2, 0.2);

    private final Scenario<PhotoState, PhotoCommand, PhotoEvent> drawn = Photos.registered()
            .and(
                    new RecordFaces(STAGE, Photos.THOROUGHLY, List.of()),
                    new DrawFace(STAGE, mark(DRAWN, CORNER, Mark.Origin.DRAWN)));

    @ParameterizedTest
    @CsvSource({
        "NOT_A_PERSON, 0.1, 0.1, 0.2", // elsewhere
        "NOT_A_PERSON, 0.72, 0.7, 0.2", // a little
        "NOT_RECOGNISABLE, 0.5, 0.5, 0.5", // larger
        "NOT_RECOGNISABLE, 0.75, 0.75, 0.1" // smaller
    })
    void aDismissedMarkThatIsMovedOrResizedIsOpenAgainAndSoIsTheReview(
            DismissalReason reason, double x, double y, double side) {
        var dismissed = drawn.and(new DismissFace(STAGE, DRAWN, reason), new CompleteReview(STAGE, true));
        dismissed.when(release(ORIGINAL)).accepted();

        var moved = dismissed.and(new AdjustFace(STAGE, DRAWN, new Box(x, y, side, side)));

        assertThat(standing(moved)).isEqualTo(FaceStanding.OPEN);
        moved.when(release(ORIGINAL)).then(PhotoRejection.NOT_REVIEWED);
        moved.and(new CompleteReview(STAGE, true)).when(release(ORIGINAL)).then(PhotoRejection.FACE_OPEN);
    }

    @Test
    void whatTheDetectorFoundAndSomebodyDismissedIsOpenAgainToo() {
        var statue = Photos.reviewed(LEFT).and(new DismissFace(STAGE, LEFT, DismissalReason.NOT_A_PERSON));
        var moved = statue.and(new AdjustFace(STAGE, LEFT, MOVED), new CompleteReview(STAGE, true));
        moved.when(release(ORIGINAL)).then(PhotoRejection.FACE_OPEN);
    }

    @Test
    void aFaceFoundWhereADismissedMarkWentIsOpen() {
        var moved = drawn.and(
                new DismissFace(STAGE, DRAWN, DismissalReason.NOT_A_PERSON),
                new AdjustFace(STAGE, DRAWN, BOX),
                new RecordFaces(STAGE, Photos.IMPROVED, List.of(Photos.mark(LEFT))),
                new CompleteReview(STAGE, true));
        assertThat(here(moved).faces()).containsOnlyKeys(DRAWN);
        moved.when(release(ORIGINAL)).then(PhotoRejection.FACE_OPEN);
    }

    @Test
    void aCoverStaysWhereItWasDrawn() {
        var covered = drawn.and(
                new DeclareUnregistered(STAGE, DRAWN),
                new PhotoCommand.MakeRendition(
                        STAGE,
                        COVERED,
                        List.of(new Covered(DRAWN, CORNER)),
                        Sample.record("filled"),
                        Sample.record("digest"),
                        Sample.record("image"),
                        Photos.HIDDEN),
                new CompleteReview(STAGE, true));
        covered.when(release(COVERED)).accepted();
        var moved = covered.and(new AdjustFace(STAGE, DRAWN, BOX), new CompleteReview(STAGE, true));
        moved.when(release(COVERED)).then(PhotoRejection.FACE_UNREGISTERED);
    }

    @Test
    void whoeverWasSuggestedIsNotSuggestedElsewhere() {
        var suggested = drawn.and(strong(DRAWN));
        var after = suggested
                .when(new AdjustFace(STAGE, DRAWN, BOX))
                .then(
                        new PhotoEvent.FaceAdjusted(STAGE, DRAWN, BOX, 3, Sample.NOW),
                        new PhotoEvent.SuggestionRetracted(STAGE, DRAWN, ANNA, Sample.NOW));
        after.when(new ConfirmSighting(STAGE, DRAWN, ANNA, ConfirmedBy.POLICY)).then(PhotoRejection.NO_SUGGESTION);
        suggested
                .and(new AdjustFace(STAGE, DRAWN, new Box(0.72, 0.7, 0.2, 0.2)))
                .when(new ConfirmSighting(STAGE, DRAWN, ANNA, ConfirmedBy.POLICY))
                .accepted();
    }

    @Test
    void whatWasSheInAMirrorIsAskedAgainElsewhere() {
        var mirrored = drawn.and(
                new DrawFace(STAGE, mark(OTHER, BOX, Mark.Origin.DRAWN)),
                sighted(DRAWN),
                sighted(OTHER),
                new ExplainOnePerson(STAGE, List.of(DRAWN, OTHER), TwiceBecause.MIRROR),
                new CompleteReview(STAGE, true));
        mirrored.when(release(ORIGINAL)).accepted();
        mirrored.and(new AdjustFace(STAGE, DRAWN, new Box(0.1, 0.7, 0.2, 0.2)), new CompleteReview(STAGE, true))
                .when(release(ORIGINAL))
                .then(PhotoRejection.PERSON_TWICE);
    }

    private static Mark mark(FaceId face, Box box, Mark.Origin origin) {
        return new Mark(face, box, Mark.Kind.FACE, origin, 100);
    }

    private static PhotoCommand sighted(FaceId face) {
        return new ConfirmSighting(STAGE, face, ANNA, ConfirmedBy.HAND);
    }

    private static PhotoCommand strong(FaceId face) {
        return new SuggestMatch(
                STAGE,
                face,
                new Suggestion(ANNA, Sample.run("one"), 1, SimilarityBand.STRONG, false, Sample.record("score")),
                false);
    }

    private static PhotoCommand release(RenditionId rendition) {
        return new PhotoCommand.AuthoriseRelease(STAGE, Sample.publication("site"), rendition);
    }

    private static Registered here(Scenario<PhotoState, PhotoCommand, PhotoEvent> photo) {
        return (Registered) photo.state();
    }

    private static FaceStanding standing(Scenario<PhotoState, PhotoCommand, PhotoEvent> photo) {
        return Sample.in(here(photo).faces(), DRAWN).standing();
    }
}
