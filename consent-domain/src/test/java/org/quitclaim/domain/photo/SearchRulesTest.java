package org.quitclaim.domain.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.quitclaim.domain.photo.Photos.BOX;
import static org.quitclaim.domain.photo.Photos.IMPROVED;
import static org.quitclaim.domain.photo.Photos.LEFT;
import static org.quitclaim.domain.photo.Photos.ORIGINAL;
import static org.quitclaim.domain.photo.Photos.QUICKLY;
import static org.quitclaim.domain.photo.Photos.RIGHT;
import static org.quitclaim.domain.photo.Photos.STAGE;
import static org.quitclaim.domain.photo.Photos.THOROUGHLY;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.photo.PhotoCommand.AdjustFace;
import org.quitclaim.domain.photo.PhotoCommand.AuthoriseRelease;
import org.quitclaim.domain.photo.PhotoCommand.CompleteReview;
import org.quitclaim.domain.photo.PhotoCommand.ConfirmSighting;
import org.quitclaim.domain.photo.PhotoCommand.DismissFace;
import org.quitclaim.domain.photo.PhotoCommand.DrawFace;
import org.quitclaim.domain.photo.PhotoCommand.EndPatience;
import org.quitclaim.domain.photo.PhotoCommand.RecordFaces;
import org.quitclaim.domain.photo.PhotoState.Registered;

/** What is looked for in several passes, and what a better detector changes. */
class SearchRulesTest {
    private static final PublicationId POSTER = Sample.publication("poster");
    private static final PublicationId LEAFLET = Sample.publication("leaflet");
    private static final Box ASIDE = new Box(0.7, 0.7, 0.1, 0.1);
    private static final Mark NEW = new Mark(RIGHT, ASIDE, Mark.Kind.FACE, Mark.Origin.DETECTED, 80);

    @Test
    void a_thorough_look_follows_a_quick_one_and_neither_is_recorded_twice() {
        var quick = Photos.registered().and(new RecordFaces(STAGE, QUICKLY, List.of(Photos.mark(LEFT))));
        assertThat(registered(quick.state()).detected()).isTrue();
        assertThat(registered(quick.state()).searched()).isFalse();
        quick.when(new RecordFaces(STAGE, QUICKLY, List.of())).then(PhotoRejection.ALREADY_DETECTED);
        var both = quick.when(new RecordFaces(STAGE, THOROUGHLY, List.of(NEW)))
                .then(new PhotoEvent.FacesDetected(
                        STAGE, THOROUGHLY, List.of(NEW), List.of(), Sample.NOW, 2, Sample.NOW));
        assertThat(registered(both.state()).searched()).isTrue();
        both.when(new RecordFaces(STAGE, THOROUGHLY, List.of())).then(PhotoRejection.ALREADY_DETECTED);
        both.when(new RecordFaces(STAGE, QUICKLY, List.of())).then(PhotoRejection.ALREADY_DETECTED);
    }

    @Test
    void nothing_is_released_while_small_faces_are_looked_for() {
        var reviewed =
                Photos.registered().and(new RecordFaces(STAGE, QUICKLY, List.of()), new CompleteReview(STAGE, true));
        reviewed.when(new AuthoriseRelease(STAGE, POSTER, ORIGINAL)).then(PhotoRejection.BEING_SEARCHED);
        reviewed.and(new RecordFaces(STAGE, THOROUGHLY, List.of()))
                .when(new AuthoriseRelease(STAGE, POSTER, ORIGINAL))
                .accepted();
    }

    @Test
    void a_mark_that_a_human_drew_keeps_its_id_when_the_detector_finds_it_too() {
        Mark drawn = new Mark(LEFT, BOX, Mark.Kind.FACE, Mark.Origin.DRAWN, 100);
        Mark found = new Mark(RIGHT, new Box(0.12, 0.1, 0.18, 0.2), Mark.Kind.FACE, Mark.Origin.DETECTED, 90);
        var both = Photos.registered()
                .and(new RecordFaces(STAGE, QUICKLY, List.of()), new DrawFace(STAGE, drawn))
                .and(new RecordFaces(STAGE, THOROUGHLY, List.of(found)));
        assertThat(registered(both.state()).faces().keySet()).containsExactly(LEFT);
    }

    @Test
    void a_mark_that_a_human_drew_stays_on_the_face_once_that_is_found() {
        Mark drawn = new Mark(LEFT, BOX, Mark.Kind.FACE, Mark.Origin.DRAWN, 100);
        Box face = new Box(0.12, 0.1, 0.2, 0.2);
        Mark found = new Mark(RIGHT, face, Mark.Kind.FACE, Mark.Origin.DETECTED, 90);
        var both = Photos.registered()
                .and(new RecordFaces(STAGE, QUICKLY, List.of()), new DrawFace(STAGE, drawn))
                .when(new RecordFaces(STAGE, THOROUGHLY, List.of(found)))
                .then(new PhotoEvent.FacesDetected(
                        STAGE, THOROUGHLY, List.of(), List.of(new PlacedFace(LEFT, face)), Sample.NOW, 3, Sample.NOW));
        both.when(new AdjustFace(STAGE, LEFT, ASIDE)).then(PhotoRejection.NOT_THE_FACE);
        assertThat(face(registered(both.state()).faces(), LEFT).area().holds(face))
                .isTrue();
    }

    @Test
    void a_mark_over_a_dismissed_one_stays_dismissed_and_one_over_two_faces_takes_one_of_them() {
        Mark again = new Mark(RIGHT, BOX, Mark.Kind.FACE, Mark.Origin.DETECTED, 90);
        Mark beside =
                new Mark(Sample.face("beside"), new Box(0.2, 0.1, 0.1, 0.2), Mark.Kind.FACE, Mark.Origin.DETECTED, 90);
        var dismissed = Photos.reviewed(LEFT).and(new DismissFace(STAGE, LEFT, DismissalReason.NOT_A_PERSON));
        var later = dismissed.and(new RecordFaces(STAGE, IMPROVED, List.of(again, beside)));
        Map<FaceId, MarkedFace> faces = registered(later.state()).faces();
        assertThat(faces.keySet()).containsExactlyInAnyOrder(LEFT, beside.face());
        assertThat(face(faces, LEFT).standing()).isEqualTo(new FaceStanding.Dismissed(DismissalReason.NOT_A_PERSON));
        assertThat(face(faces, beside.face()).standing()).isEqualTo(FaceStanding.OPEN);
    }

    /** Or whoever is found beside them later would be dismissed with it, seen by nobody. */
    @Test
    void a_mark_too_many_of_a_face_takes_nobody_else_s_box() {
        FaceId twice = Sample.face("twice");
        Mark beside =
                new Mark(Sample.face("beside"), new Box(0.29, 0.1, 0.2, 0.2), Mark.Kind.FACE, Mark.Origin.DETECTED, 90);
        var later = Photos.reviewed(LEFT)
                .and(
                        new DrawFace(
                                STAGE,
                                new Mark(twice, new Box(0.18, 0.1, 0.2, 0.2), Mark.Kind.FACE, Mark.Origin.DRAWN, 100)),
                        new DismissFace(STAGE, twice, DismissalReason.NOT_A_PERSON),
                        new RecordFaces(STAGE, IMPROVED, List.of(Photos.mark(Sample.face("again")), beside)));
        Map<FaceId, MarkedFace> faces = registered(later.state()).faces();
        assertThat(faces.keySet()).containsExactlyInAnyOrder(LEFT, twice, beside.face());
        assertThat(face(faces, beside.face()).standing()).isEqualTo(FaceStanding.OPEN);
        assertThat(face(faces, twice).found()).isEmpty();
    }

    @Test
    void a_crowd_takes_several_events_and_nobody_is_left_out() {
        List<Mark> crowd = IntStream.range(0, 450)
                .mapToObj(i -> new Mark(
                        Sample.face("crowd" + word(i)),
                        new Box(i % 30 / 30.0, i / 30 / 15.0, 0.03, 0.06),
                        Mark.Kind.FACE,
                        Mark.Origin.DETECTED,
                        60))
                .toList();
        var seen = Photos.registered().and(new RecordFaces(STAGE, THOROUGHLY, crowd));
        assertThat(registered(seen.state()).faces()).hasSize(450);
        seen.when(new CompleteReview(STAGE, false)).then(PhotoRejection.NEEDS_OWN_LOOK);
        seen.when(new CompleteReview(STAGE, true)).accepted();
    }

    @Test
    void a_photo_without_marks_is_not_reviewed_along_with_others() {
        var empty = Photos.registered().and(new RecordFaces(STAGE, THOROUGHLY, List.of()));
        empty.when(new CompleteReview(STAGE, false)).then(PhotoRejection.NEEDS_OWN_LOOK);
        empty.when(new CompleteReview(STAGE, true)).then(new PhotoEvent.ReviewCompleted(STAGE, true, 2, Sample.NOW));
        Photos.registered()
                .and(new RecordFaces(STAGE, THOROUGHLY, List.of(Photos.mark(LEFT))))
                .when(new CompleteReview(STAGE, false))
                .accepted();
    }

    @Test
    void a_better_detector_that_finds_nothing_new_leaves_the_version_and_the_review() {
        var before = Photos.reviewed(LEFT);
        var after = before.and(new RecordFaces(STAGE, IMPROVED, List.of(Photos.mark(RIGHT))));
        assertThat(registered(after.state()).version())
                .isEqualTo(registered(before.state()).version());
        assertThat(registered(after.state()).reviewed()).isTrue();
        assertThat(registered(after.state()).search().looked()).isEqualTo(IMPROVED);
    }

    @Test
    @Requirement("R40")
    void a_later_mark_stops_what_is_new_at_once_and_what_is_live_only_when_its_time_is_over() {
        var live = Photos.reviewed(LEFT)
                .and(new ConfirmSighting(STAGE, LEFT, Sample.person("anna"), ConfirmedBy.HAND))
                .and(new AuthoriseRelease(STAGE, POSTER, ORIGINAL))
                .and(new RecordFaces(STAGE, IMPROVED, List.of(Photos.mark(Sample.face("again")), NEW)));
        live.when(new AuthoriseRelease(STAGE, LEAFLET, ORIGINAL)).then(PhotoRejection.FACE_OPEN);
        live.when(new AuthoriseRelease(STAGE, POSTER, ORIGINAL)).accepted();
        live.when(new EndPatience(STAGE, RIGHT)).then(PhotoRejection.NOT_OVERDUE);
        var late = PhotoDecisions.decide(live.state(), new EndPatience(STAGE, RIGHT), Patience.USUAL.after(Sample.NOW));
        assertThat(late).isInstanceOf(Decision.Accepted.class);
        var overdue = PhotoDecisions.evolve(
                live.state(), new PhotoEvent.MarkOverdue(STAGE, RIGHT, 9, Patience.USUAL.after(Sample.NOW)));
        assertThat(PhotoDecisions.decide(overdue, new AuthoriseRelease(STAGE, POSTER, ORIGINAL), Sample.NOW))
                .isEqualTo(Decision.reject(PhotoRejection.FACE_OPEN));
        live.and(new DismissFace(STAGE, RIGHT, DismissalReason.NOT_A_PERSON))
                .when(new AuthoriseRelease(STAGE, LEAFLET, ORIGINAL))
                .accepted();
    }

    private static MarkedFace face(Map<FaceId, MarkedFace> faces, FaceId id) {
        return Objects.requireNonNull(faces.get(id));
    }

    private static Registered registered(PhotoState state) {
        return (Registered) state;
    }

    private static String word(int number) {
        return "" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }

    @Test
    void patience_is_a_day_to_a_month_and_its_end_is_recorded() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Patience(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Patience(31));
        var live = Photos.reviewed(LEFT)
                .and(new ConfirmSighting(STAGE, LEFT, Sample.person("anna"), ConfirmedBy.HAND))
                .and(new AuthoriseRelease(STAGE, POSTER, ORIGINAL))
                .and(new RecordFaces(
                        STAGE, IMPROVED, List.of(Photos.mark(Sample.face("again")), NEW), new Patience(3)));
        assertThat(registered(live.state()).search().late()).containsValue(new Patience(3).after(Sample.NOW));
    }
}
