package org.quitclaim.domain.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.photo.Photos.BOX;
import static org.quitclaim.domain.photo.Photos.COVERED;
import static org.quitclaim.domain.photo.Photos.LEFT;
import static org.quitclaim.domain.photo.Photos.MOVED;
import static org.quitclaim.domain.photo.Photos.RIGHT;
import static org.quitclaim.domain.photo.Photos.STAGE;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.photo.PhotoCommand.AdjustFace;
import org.quitclaim.domain.photo.PhotoCommand.CompleteReview;
import org.quitclaim.domain.photo.PhotoCommand.DeclareUnregistered;
import org.quitclaim.domain.photo.PhotoCommand.DrawFace;
import org.quitclaim.domain.photo.PhotoCommand.MakeRendition;
import org.quitclaim.domain.photo.PhotoCommand.RecordFaces;
import org.quitclaim.domain.photo.PhotoState.Registered;

/** Whether a cover hides whom it is about. */
class CoverTest {
    private static final Box CORNER = new Box(0.9, 0.9, 0.05, 0.05);
    private static final Box ELSEWHERE = new Box(0.6, 0.5, 0.2, 0.2);

    private final Scenario<PhotoState, PhotoCommand, PhotoEvent> photo = Photos.reviewed(LEFT);

    @Test
    void aMarkStaysOnTheFaceThatWasFound() {
        photo.when(new AdjustFace(STAGE, LEFT, CORNER)).then(PhotoRejection.NOT_THE_FACE);
        photo.when(new AdjustFace(STAGE, LEFT, MOVED)).accepted();
        photo.and(new AdjustFace(STAGE, LEFT, MOVED))
                .when(new AdjustFace(STAGE, LEFT, CORNER))
                .then(PhotoRejection.NOT_THE_FACE);
    }

    @Test
    void aMarkThatWasDrawnGoesWhereItIsDrawn() {
        FaceId drawn = Sample.face("drawn");
        photo.and(new DrawFace(STAGE, new Mark(drawn, BOX, Mark.Kind.FACE, Mark.Origin.DRAWN, 100)))
                .when(new AdjustFace(STAGE, drawn, ELSEWHERE))
                .accepted();
    }

    @Test
    void aMarkThatMovedIsLookedAtAgain() {
        var moved = photo.and(new AdjustFace(STAGE, LEFT, MOVED));
        assertThat(((Registered) moved.state()).reviewed()).isFalse();
        moved.when(new CompleteReview(STAGE, false)).accepted();
    }

    @Test
    void aMarkIsLargeEnoughToHideSomebody() {
        Box tiny = new Box(0.15, 0.15, 7.0 / 1920, 0.1);
        photo.when(new AdjustFace(STAGE, LEFT, tiny)).then(PhotoRejection.BOX_TOO_SMALL);
        photo.when(new DrawFace(STAGE, new Mark(Sample.face("tiny"), tiny, Mark.Kind.FACE, Mark.Origin.DRAWN, 100)))
                .then(PhotoRejection.BOX_TOO_SMALL);
    }

    /** However a mark was moved, what is filled holds the mark and the whole face that was found. */
    @Property
    void whatIsFilledHoldsTheFaceThatWasFound(
            @ForAll @DoubleRange(max = 0.8) double x,
            @ForAll @DoubleRange(max = 0.8) double y,
            @ForAll @DoubleRange(min = 0.01, max = 0.2) double side) {
        Box wanted = new Box(x, y, side, side);
        Decision<PhotoEvent> moved =
                PhotoDecisions.decide(photo.state(), new AdjustFace(STAGE, LEFT, wanted), Sample.NOW);
        Scenario<PhotoState, PhotoCommand, PhotoEvent> after =
                moved instanceof Decision.Accepted ? photo.and(new AdjustFace(STAGE, LEFT, wanted)) : photo;
        MarkedFace face = Sample.in(((Registered) after.state()).faces(), LEFT);
        assertThat(holds(face.area(), BOX)).isTrue();
        assertThat(holds(face.area(), face.mark().box())).isTrue();
    }

    /** It filled what was known then; the detector saw a larger face since. */
    @Test
    void aCoverFromBeforeTheFaceWasFoundIsEnoughOnlyIfItHidesTheFace() {
        assertThat(visibleOnceFoundAt(new Box(0.07, 0.07, 0.26, 0.26))).isEmpty();
        assertThat(visibleOnceFoundAt(new Box(0.1, 0.1, 0.3, 0.3))).hasSize(1);
    }

    private static List<MarkedFace> visibleOnceFoundAt(Box place) {
        FaceId drawn = Sample.face("drawn");
        Registered found = (Registered) Photos.registered()
                .and(
                        new RecordFaces(STAGE, Photos.THOROUGHLY, List.of()),
                        new DrawFace(STAGE, new Mark(drawn, BOX, Mark.Kind.FACE, Mark.Origin.DRAWN, 100)),
                        Photos.cover(COVERED, drawn),
                        new RecordFaces(
                                STAGE,
                                Photos.IMPROVED,
                                List.of(new Mark(RIGHT, place, Mark.Kind.FACE, Mark.Origin.DETECTED, 90))))
                .state();
        return found.visibleOn(Sample.in(found.renditions(), COVERED));
    }

    @Test
    void aFaceThatIsFoundUnderACoverKeepsTheVersion() {
        var covered = photo.and(
                new DeclareUnregistered(STAGE, LEFT),
                new MakeRendition(
                        STAGE,
                        COVERED,
                        List.of(new Covered(LEFT, BOX)),
                        Sample.record("filled"),
                        Sample.record("known"),
                        Sample.record("image"),
                        Photos.missing(LEFT)));
        covered.when(new PhotoCommand.AuthoriseRelease(STAGE, Sample.publication("site"), COVERED))
                .then(PhotoRejection.FACE_STILL_VISIBLE);
    }

    @Test
    void whatIsFoundAtACoverIsTheCoveredFaceUnlessSomebodyElseIsMarkedThere() {
        Registered two = (Registered) Photos.registered()
                .and(new RecordFaces(
                        STAGE,
                        Photos.THOROUGHLY,
                        List.of(
                                Photos.mark(LEFT),
                                new Mark(RIGHT, ELSEWHERE, Mark.Kind.FACE, Mark.Origin.DETECTED, 90))))
                .state();
        assertThat(StillVisible.among(two, List.of(LEFT), List.of(MOVED))).containsExactly(LEFT);
        assertThat(StillVisible.among(two, List.of(LEFT), List.of(ELSEWHERE))).isEmpty();
        assertThat(StillVisible.among(two, List.of(LEFT, RIGHT), List.of(ELSEWHERE)))
                .containsExactly(RIGHT);
        assertThat(StillVisible.among(two, List.of(LEFT), List.of())).isEmpty();
    }

    private static boolean holds(Box outer, Box inner) {
        double slack = 1e-9;
        return outer.x() <= inner.x() + slack
                && outer.y() <= inner.y() + slack
                && outer.x() + outer.width() >= inner.x() + inner.width() - slack
                && outer.y() + outer.height() >= inner.y() + inner.height() - slack;
    }
}
