package org.quitclaim.domain.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.quitclaim.domain.photo.Photos.BOX;
import static org.quitclaim.domain.photo.Photos.LEFT;
import static org.quitclaim.domain.photo.Photos.MOVED;
import static org.quitclaim.domain.photo.Photos.ORIGINAL;
import static org.quitclaim.domain.photo.Photos.RIGHT;
import static org.quitclaim.domain.photo.Photos.STAGE;
import static org.quitclaim.domain.photo.Photos.mark;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.photo.PhotoCommand.AdjustFace;
import org.quitclaim.domain.photo.PhotoCommand.ConfirmSighting;
import org.quitclaim.domain.photo.PhotoCommand.DeclareUnregistered;
import org.quitclaim.domain.photo.PhotoCommand.DetachSighting;
import org.quitclaim.domain.photo.PhotoCommand.DismissFace;
import org.quitclaim.domain.photo.PhotoCommand.DrawFace;
import org.quitclaim.domain.photo.PhotoCommand.RecordFaces;
import org.quitclaim.domain.photo.PhotoCommand.SuggestMatch;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.recognition.SimilarityBand;

class FaceRulesTest {
    private static final PersonId ANNA = Sample.person("anna");
    private static final PersonId BORIS = Sample.person("boris");

    private final Scenario<PhotoState, PhotoCommand, PhotoEvent> photo = Photos.reviewed(LEFT, RIGHT);

    @Test
    void aRegisteredPhotoKnowsNobodyAndIsNotReviewed() {
        Registered state = (Registered) Photos.none()
                .when(Photos.register(STAGE))
                .then(new PhotoEvent.PhotoRegistered(
                        STAGE,
                        Sample.collection("gala"),
                        PhotoSource.HELD,
                        Sample.record("image"),
                        Sample.record("preview"),
                        Sample.record("name"),
                        Sample.record("digest"),
                        1920,
                        1080,
                        ORIGINAL,
                        List.of(),
                        Sample.NOW))
                .state();
        Rendition original = new Rendition(ORIGINAL, Map.of(), Sample.record("image"), List.of());
        assertThat(state)
                .isEqualTo(new Registered(
                        STAGE,
                        Sample.collection("gala"),
                        Photos.picture(),
                        Map.of(),
                        Map.of(ORIGINAL, original),
                        Search.NOT_YET,
                        false,
                        false,
                        0,
                        Map.of(),
                        0,
                        Places.NONE,
                        SeenByHumans.NONE,
                        Copies.NONE,
                        new Registered.Size(1920, 1080)));
    }

    @Test
    void aPhotoIsRegisteredOnceAndBeforeEverythingElse() {
        photo.when(Photos.register(STAGE)).then(PhotoRejection.ALREADY_REGISTERED);
        Photos.none().when(new DrawFace(STAGE, mark(LEFT))).then(PhotoRejection.UNKNOWN_PHOTO);
    }

    @Test
    void whatTheDetectorFoundIsRecordedOnceAndOpen() {
        List<Mark> marks = List.of(mark(LEFT), mark(RIGHT));
        RecordFaces found = new RecordFaces(STAGE, Photos.THOROUGHLY, marks);
        var detected = Photos.registered()
                .when(found)
                .then(new PhotoEvent.FacesDetected(
                        STAGE, Photos.THOROUGHLY, marks, List.of(), Sample.NOW, 1, Sample.NOW));
        assertThat(registered(detected).detected()).isTrue();
        assertThat(registered(detected).faces().values())
                .extracting(MarkedFace::standing)
                .containsOnly(FaceStanding.OPEN);
        detected.when(found).then(PhotoRejection.ALREADY_DETECTED);
    }

    @Test
    @Requirement("R40")
    void drawingAFaceReopensTheReview() {
        assertThat(registered(photo).reviewed()).isTrue();
        Mark drawn = mark(Sample.face("behind"));
        var after = photo.when(new DrawFace(STAGE, drawn)).then(new PhotoEvent.FaceDrawn(STAGE, drawn, 3, Sample.NOW));
        assertThat(registered(after).reviewed()).isFalse();
        assertThat(registered(after).version()).isEqualTo(3);
        assertThat(registered(after).faces()).hasSize(3);
        after.when(new DrawFace(STAGE, drawn)).then(PhotoRejection.FACE_EXISTS);
    }

    @Test
    void aFaceIsMovedAndKeepsWhoItIs() {
        var after = photo.and(confirm(LEFT, ANNA))
                .when(new AdjustFace(STAGE, LEFT, MOVED))
                .then(new PhotoEvent.FaceAdjusted(STAGE, LEFT, MOVED, 4, Sample.NOW));
        assertThat(standing(after)).isEqualTo(new FaceStanding.Sighted(ANNA));
        assertThat(Sample.in(registered(after).faces(), LEFT).mark().box()).isEqualTo(MOVED);
        after.when(new AdjustFace(STAGE, LEFT, MOVED)).then(PhotoRejection.SAME_STANDING);
        photo.when(new AdjustFace(STAGE, LEFT, BOX)).then(PhotoRejection.SAME_STANDING);
    }

    @Test
    void aFaceIsDismissedForAReasonThatCanBeCorrected() {
        var statue = photo.when(new DismissFace(STAGE, LEFT, DismissalReason.NOT_A_PERSON))
                .then(new PhotoEvent.FaceDismissed(STAGE, LEFT, DismissalReason.NOT_A_PERSON, 3, Sample.NOW));
        assertThat(standing(statue)).isEqualTo(new FaceStanding.Dismissed(DismissalReason.NOT_A_PERSON));
        statue.when(new DismissFace(STAGE, LEFT, DismissalReason.NOT_A_PERSON)).then(PhotoRejection.SAME_STANDING);
        statue.when(new DismissFace(STAGE, LEFT, DismissalReason.NOT_RECOGNISABLE))
                .accepted();
        statue.when(new DeclareUnregistered(STAGE, LEFT)).accepted();
        statue.when(confirm(LEFT, ANNA)).accepted();
    }

    @Test
    void aFaceIsDeclaredToBeOfNobodyRegistered() {
        var stranger = photo.when(new DeclareUnregistered(STAGE, LEFT))
                .then(new PhotoEvent.FaceDeclaredUnregistered(STAGE, LEFT, 3, Sample.NOW));
        assertThat(standing(stranger)).isEqualTo(new FaceStanding.Unregistered());
        stranger.when(new DeclareUnregistered(STAGE, LEFT)).then(PhotoRejection.SAME_STANDING);
    }

    @Test
    void aSightingByHandIsConfirmed() {
        var after = photo.when(confirm(LEFT, ANNA))
                .then(new PhotoEvent.SightingConfirmed(STAGE, LEFT, ANNA, ConfirmedBy.HAND, 3, Sample.NOW));
        assertThat(standing(after)).isEqualTo(new FaceStanding.Sighted(ANNA));
    }

    @Test
    @Requirement("R52")
    void aSightingIsNeverOverwrittenOnlyDetached() {
        var sighted = photo.and(confirm(LEFT, ANNA));
        sighted.when(confirm(LEFT, ANNA)).then(PhotoRejection.SIGHTED_ALREADY);
        sighted.when(confirm(LEFT, BORIS)).then(PhotoRejection.NOT_OPEN);
        sighted.when(new DeclareUnregistered(STAGE, LEFT)).then(PhotoRejection.NOT_OPEN);
        sighted.when(new DismissFace(STAGE, LEFT, DismissalReason.NOT_A_PERSON)).then(PhotoRejection.NOT_OPEN);
    }

    @Test
    @Requirement("R52")
    void aWrongSightingIsDetachedAndTheFaceIsOpenAgain() {
        var detached = photo.and(confirm(LEFT, ANNA))
                .when(new DetachSighting(STAGE, LEFT, ANNA))
                .then(new PhotoEvent.SightingDetached(STAGE, LEFT, ANNA, 4, Sample.NOW));
        assertThat(standing(detached)).isEqualTo(FaceStanding.OPEN);
        detached.when(new DetachSighting(STAGE, LEFT, ANNA)).then(PhotoRejection.NOT_SIGHTED);
        detached.when(confirm(LEFT, BORIS)).accepted();
        photo.and(confirm(LEFT, ANNA))
                .when(new DetachSighting(STAGE, LEFT, BORIS))
                .then(PhotoRejection.NOT_SIGHTED);
    }

    @Test
    void aSuggestionIsConfirmedOnlyIfItIsThere() {
        photo.when(new ConfirmSighting(STAGE, LEFT, ANNA, ConfirmedBy.SUGGESTION))
                .then(PhotoRejection.NO_SUGGESTION);
        photo.and(suggest(BORIS, SimilarityBand.STRONG, false))
                .when(new ConfirmSighting(STAGE, LEFT, ANNA, ConfirmedBy.SUGGESTION))
                .then(PhotoRejection.NO_SUGGESTION);
        var after = photo.and(suggest(ANNA, SimilarityBand.WEAK, true))
                .and(new ConfirmSighting(STAGE, LEFT, ANNA, ConfirmedBy.SUGGESTION));
        assertThat(Sample.in(registered(after).faces(), LEFT).suggestions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "STRONG,false,true",
        "STRONG,true,false",
        "LIKELY,false,false",
        "LIKELY,true,false",
        "WEAK,false,false",
        "WEAK,true,false"
    })
    @Requirement("R43")
    void onlyAStrongAndUnambiguousMatchCanConfirmItself(SimilarityBand band, boolean close, boolean itself) {
        var outcome =
                photo.and(suggest(ANNA, band, close)).when(new ConfirmSighting(STAGE, LEFT, ANNA, ConfirmedBy.POLICY));
        if (itself) {
            outcome.accepted();
        } else {
            outcome.then(PhotoRejection.NOT_AUTOMATIC);
        }
    }

    @Test
    @Requirement("R43")
    void aSecondCandidateLeavesTheChoiceToAHuman() {
        photo.and(suggest(ANNA, SimilarityBand.STRONG, false), suggest(BORIS, SimilarityBand.STRONG, false))
                .when(new ConfirmSighting(STAGE, LEFT, ANNA, ConfirmedBy.POLICY))
                .then(PhotoRejection.NOT_AUTOMATIC);
    }

    @Test
    void nothingHappensToAFaceThatIsNotThere() {
        FaceId none = Sample.face("none");
        photo.when(new AdjustFace(STAGE, none, MOVED)).then(PhotoRejection.UNKNOWN_FACE);
        photo.when(new DismissFace(STAGE, none, DismissalReason.NOT_A_PERSON)).then(PhotoRejection.UNKNOWN_FACE);
        photo.when(new DeclareUnregistered(STAGE, none)).then(PhotoRejection.UNKNOWN_FACE);
        photo.when(confirm(none, ANNA)).then(PhotoRejection.UNKNOWN_FACE);
        photo.when(new DetachSighting(STAGE, none, ANNA)).then(PhotoRejection.UNKNOWN_FACE);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.1,0,0.5,0.5",
        "0,-0.1,0.5,0.5",
        "0.6,0,0.5,0.5",
        "0,0.6,0.5,0.5",
        "0,0,0,0.5",
        "0,0,0.5,0",
        "NaN,0,0.5,0.5",
        "0,NaN,0.5,0.5",
        "0,0,NaN,0.5",
        "0,0,0.5,NaN"
    })
    void aBoxLiesWithinTheImage(double x, double y, double width, double height) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Box(x, y, width, height));
    }

    @Test
    void aBoxMayFillTheImageAndTouchItsEdges() {
        assertThat(new Box(0, 0, 1, 1)).isEqualTo(new Box(0, 0, 1, 1));
        assertThat(new Box(0.7, 0.9, 0.3, 0.1)).isNotNull();
    }

    private static ConfirmSighting confirm(FaceId face, PersonId person) {
        return new ConfirmSighting(STAGE, face, person, ConfirmedBy.HAND);
    }

    private static SuggestMatch suggest(PersonId person, SimilarityBand band, boolean close) {
        return new SuggestMatch(
                STAGE, LEFT, new Suggestion(person, Sample.run("one"), 1, band, close, Sample.record("score")), false);
    }

    private static FaceStanding standing(Scenario<PhotoState, PhotoCommand, PhotoEvent> photo) {
        return Sample.in(registered(photo).faces(), LEFT).standing();
    }

    private static Registered registered(Scenario<PhotoState, PhotoCommand, PhotoEvent> photo) {
        return (Registered) photo.state();
    }
}
