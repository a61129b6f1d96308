package org.quitclaim.domain.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.photo.Photos.BOX;
import static org.quitclaim.domain.photo.Photos.LEFT;
import static org.quitclaim.domain.photo.Photos.STAGE;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.photo.Mark.Kind;
import org.quitclaim.domain.photo.Mark.Origin;
import org.quitclaim.domain.photo.PhotoCommand.AdjustFace;
import org.quitclaim.domain.photo.PhotoCommand.CompareFace;
import org.quitclaim.domain.photo.PhotoCommand.ConfirmSighting;
import org.quitclaim.domain.photo.PhotoCommand.DismissFace;
import org.quitclaim.domain.photo.PhotoCommand.DrawFace;
import org.quitclaim.domain.photo.PhotoCommand.RemovePhoto;

class ComparisonRulesTest {
    private static final PersonId ANNA = Sample.person("anna");
    private static final PersonId BORIS = Sample.person("boris");
    private static final FaceId AGAIN = Sample.face("again");
    private static final Box ELSEWHERE = new Box(0.6, 0.6, 0.2, 0.2);

    private final Scenario<PhotoState, PhotoCommand, PhotoEvent> photo = Photos.reviewed(LEFT);

    @Test
    void a_comparison_says_which_face_and_whom_and_nothing_of_what_comes_of_it() {
        photo.when(compare(LEFT, ANNA)).then(new PhotoEvent.FaceCompared(STAGE, LEFT, BOX, ANNA, Sample.NOW));
    }

    @Test
    void a_face_is_compared_three_times_and_not_a_fourth_with_whomever() {
        var twice = photo.and(compare(LEFT, ANNA), compare(LEFT, ANNA));
        var often = twice.and(compare(LEFT, BORIS));

        often.when(compare(LEFT, ANNA)).then(PhotoRejection.COMPARED_ENOUGH);
        often.when(compare(LEFT, Sample.person("carla"))).then(PhotoRejection.COMPARED_ENOUGH);
    }

    @Test
    void the_same_face_marked_again_or_moved_a_little_is_the_same_face() {
        var often = photo.and(compare(LEFT, ANNA), compare(LEFT, ANNA), compare(LEFT, ANNA));

        often.and(drawn(AGAIN, BOX)).when(compare(AGAIN, BORIS)).then(PhotoRejection.COMPARED_ENOUGH);
        often.and(drawn(AGAIN, new Box(0.0, 0.0, 0.4, 0.4)))
                .when(compare(AGAIN, BORIS))
                .then(PhotoRejection.COMPARED_ENOUGH);
        often.and(new AdjustFace(STAGE, LEFT, Photos.MOVED))
                .when(compare(LEFT, BORIS))
                .then(PhotoRejection.COMPARED_ENOUGH);
        often.and(drawn(AGAIN, ELSEWHERE)).when(compare(AGAIN, BORIS)).accepted();
    }

    @Test
    void what_is_no_open_face_is_not_compared() {
        photo.when(compare(AGAIN, ANNA)).then(PhotoRejection.UNKNOWN_FACE);
        photo.and(new ConfirmSighting(STAGE, LEFT, ANNA, ConfirmedBy.HAND))
                .when(compare(LEFT, BORIS))
                .then(PhotoRejection.NOT_ATTESTABLE);
        photo.and(new DismissFace(STAGE, LEFT, DismissalReason.NOT_A_PERSON))
                .when(compare(LEFT, ANNA))
                .then(PhotoRejection.NOT_ATTESTABLE);
        photo.and(new DrawFace(STAGE, new Mark(AGAIN, ELSEWHERE, Kind.SCREEN, Origin.DRAWN, 100)))
                .when(compare(AGAIN, ANNA))
                .then(PhotoRejection.NOT_ATTESTABLE);
        photo.and(new RemovePhoto(STAGE)).when(compare(LEFT, ANNA)).then(PhotoRejection.REMOVED);
    }

    @Test
    void a_comparison_changes_nothing_that_a_status_rests_on() {
        assertThat(photo.and(compare(LEFT, ANNA)).state())
                .isInstanceOfSatisfying(
                        PhotoState.Registered.class,
                        after -> assertThat(after.version())
                                .isEqualTo(((PhotoState.Registered) photo.state()).version()));
    }

    /** Whatever is drawn and moved in between, and whoever is asked about. */
    @Property(tries = 200)
    void no_place_is_ever_compared_more_than_three_times(
            @ForAll @Size(max = 40) List<@IntRange(max = 11) Integer> steps) {
        PhotoState state = photo.state();
        int compared = 0;
        for (int step : steps) {
            PhotoCommand next = switch (step) {
                case 0 -> drawn(AGAIN, BOX);
                case 1 -> new AdjustFace(STAGE, LEFT, Photos.MOVED);
                case 2 -> new AdjustFace(STAGE, LEFT, BOX);
                default -> compare(step % 2 == 0 ? LEFT : AGAIN, step < 7 ? ANNA : BORIS);
            };
            if (PhotoDecisions.decide(state, next, Sample.NOW)
                    instanceof Decision.Accepted<PhotoEvent>(List<PhotoEvent> events)) {
                for (PhotoEvent event : events) {
                    compared += event instanceof PhotoEvent.FaceCompared ? 1 : 0;
                    state = PhotoDecisions.evolve(state, event);
                }
            }
        }
        assertThat(compared).isLessThanOrEqualTo(ComparisonRules.MOST_PER_FACE);
    }

    private static DrawFace drawn(FaceId face, Box box) {
        return new DrawFace(STAGE, new Mark(face, box, Kind.FACE, Origin.DRAWN, 100));
    }

    private static CompareFace compare(FaceId face, PersonId person) {
        return new CompareFace(STAGE, face, person);
    }
}
