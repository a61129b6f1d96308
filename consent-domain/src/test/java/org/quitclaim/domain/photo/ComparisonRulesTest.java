package org.quitclaim.domain.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.photo.Photos.BOX;
import static org.quitclaim.domain.photo.Photos.LEFT;
import static org.quitclaim.domain.photo.Photos.STAGE;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.photo.ComparisonRules.Use;
import org.quitclaim.domain.photo.Mark.Kind;
import org.quitclaim.domain.photo.Mark.Origin;
import org.quitclaim.domain.photo.PhotoCommand.AdjustFace;
import org.quitclaim.domain.photo.PhotoCommand.CompareFace;
import org.quitclaim.domain.photo.PhotoCommand.ConfirmSighting;
import org.quitclaim.domain.photo.PhotoCommand.DismissFace;
import org.quitclaim.domain.photo.PhotoCommand.DrawFace;
import org.quitclaim.domain.photo.PhotoCommand.RemovePhoto;
import org.quitclaim.domain.photo.PhotoCommand.SeekFaces;
import org.quitclaim.domain.photo.PhotoEvent.FacesSought;
import org.quitclaim.domain.recognition.RecognitionScope;
import org.quitclaim.domain.recognition.Sought;

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
                .when(compare(AGAIN, new Box(0.0, 0.0, 0.4, 0.4), BORIS))
                .then(PhotoRejection.COMPARED_ENOUGH);
        often.and(new AdjustFace(STAGE, LEFT, Photos.MOVED))
                .when(compare(LEFT, Photos.MOVED, BORIS))
                .then(PhotoRejection.COMPARED_ENOUGH);
        often.and(drawn(AGAIN, ELSEWHERE))
                .when(compare(AGAIN, ELSEWHERE, BORIS))
                .accepted();
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
        photo.and(new AdjustFace(STAGE, LEFT, Photos.MOVED))
                .when(compare(LEFT, ANNA))
                .then(PhotoRejection.FACE_MOVED);
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

    @Test
    void a_run_says_which_faces_where_and_among_whom_and_nothing_of_what_comes_of_it() {
        photo.when(seek(LEFT, BOX, ANNA, BORIS))
                .then(new PhotoEvent.FacesSought(
                        STAGE,
                        List.of(new PlacedFace(LEFT, BOX)),
                        RecognitionScope.PARTICIPANTS,
                        candidates(ANNA, BORIS),
                        Sample.NOW));
    }

    @Test
    void a_list_that_is_changed_between_runs_asks_three_times_and_not_a_fourth_nor_does_a_comparison_then() {
        var often = photo.and(seek(LEFT, BOX, ANNA), seek(LEFT, BOX, BORIS), seek(LEFT, BOX, ANNA, BORIS));

        often.when(seek(LEFT, BOX, Sample.person("carla"))).then(PhotoRejection.COMPARED_ENOUGH);
        often.when(compare(LEFT, ANNA)).then(PhotoRejection.COMPARED_ENOUGH);
        often.and(drawn(AGAIN, BOX)).when(seek(AGAIN, BOX, ANNA)).then(PhotoRejection.COMPARED_ENOUGH);
        photo.and(compare(LEFT, ANNA), compare(LEFT, ANNA), seek(LEFT, BOX, ANNA, BORIS))
                .when(seek(LEFT, BOX, ANNA, BORIS))
                .then(PhotoRejection.COMPARED_ENOUGH);
    }

    @Test
    void a_run_over_a_whole_shoot_and_another_after_somebody_came_are_worthwhile_and_one_with_nobody_new_is_not() {
        List<Candidate> shoot = IntStream.range(0, 30)
                .mapToObj(i -> new Candidate(
                        Sample.person("p" + "abcdefghijklmnopqrstuvwxyzabcdefghij".substring(i, i + 1 + i / 26)), 1))
                .toList();
        var once = photo.and(new SeekFaces(STAGE, places(LEFT), RecognitionScope.PARTICIPANTS, shoot));
        List<Candidate> grown =
                Stream.concat(shoot.stream(), candidates(ANNA).stream()).toList();

        assertThat(use(photo.state(), shoot)).isEqualTo(Use.WORTHWHILE);
        assertThat(use(once.state(), shoot)).as("cut short: nobody answered").isEqualTo(Use.WORTHWHILE);
        var answered = once.given(ran());
        assertThat(use(answered.state(), shoot)).isEqualTo(Use.NOTHING_NEW);
        assertThat(use(answered.state(), shoot.subList(0, 7))).isEqualTo(Use.NOTHING_NEW);
        assertThat(use(answered.state(), grown)).isEqualTo(Use.WORTHWHILE);
        assertThat(use(answered.state(), List.of(new Candidate(shoot.getFirst().person(), 2))))
                .as("another consent, another faceprint")
                .isEqualTo(Use.WORTHWHILE);
        assertThat(ComparisonRules.use(
                        (PhotoState.Registered) answered.state(),
                        face(answered.state()),
                        RecognitionScope.PARTICIPANTS,
                        grown,
                        2))
                .as("asked twice where the same picture lies under another id")
                .isEqualTo(Use.EXHAUSTED);
        assertThat(ComparisonRules.use(
                        (PhotoState.Registered) answered.state(),
                        face(answered.state()),
                        RecognitionScope.ALL_ENROLLED,
                        shoot,
                        0))
                .isEqualTo(Use.WORTHWHILE);
    }

    /** Whatever is drawn and moved in between, by whichever way, and whoever is asked about. */
    @Property(tries = 200)
    void no_place_is_ever_compared_more_than_three_times(
            @ForAll @Size(max = 40) List<@IntRange(max = 15) Integer> steps) {
        PhotoState state = photo.state();
        int compared = 0;
        for (int step : steps) {
            PhotoCommand next = switch (step) {
                case 0 -> drawn(AGAIN, BOX);
                case 1 -> new AdjustFace(STAGE, LEFT, Photos.MOVED);
                case 2 -> new AdjustFace(STAGE, LEFT, BOX);
                case 12 -> seek(LEFT, BOX, ANNA);
                case 13 -> seek(LEFT, Photos.MOVED, ANNA, BORIS);
                case 14 -> seek(AGAIN, BOX, BORIS);
                case 15 -> new SeekFaces(STAGE, places(LEFT), RecognitionScope.ALL_ENROLLED, List.of());
                default -> compare(step % 2 == 0 ? LEFT : AGAIN, step < 7 ? ANNA : BORIS);
            };
            if (PhotoDecisions.decide(state, next, Sample.NOW)
                    instanceof Decision.Accepted<PhotoEvent>(List<PhotoEvent> events)) {
                for (PhotoEvent event : events) {
                    compared += event instanceof PhotoEvent.FaceCompared || event instanceof FacesSought ? 1 : 0;
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
        return compare(face, BOX, person);
    }

    private static CompareFace compare(FaceId face, Box box, PersonId person) {
        return new CompareFace(STAGE, new PlacedFace(face, box), person);
    }

    private static SeekFaces seek(FaceId face, Box box, PersonId... people) {
        return new SeekFaces(
                STAGE, List.of(new PlacedFace(face, box)), RecognitionScope.PARTICIPANTS, candidates(people));
    }

    private static List<PlacedFace> places(FaceId face) {
        return List.of(new PlacedFace(face, BOX));
    }

    private static List<Candidate> candidates(PersonId... people) {
        return Arrays.stream(people).map(person -> new Candidate(person, 1)).toList();
    }

    private static Use use(PhotoState photo, List<Candidate> among) {
        return ComparisonRules.use((PhotoState.Registered) photo, face(photo), RecognitionScope.PARTICIPANTS, among, 0);
    }

    private static MarkedFace face(PhotoState photo) {
        return Objects.requireNonNull(((PhotoState.Registered) photo).faces().get(LEFT));
    }

    private static PhotoEvent ran() {
        RecognitionRun run = new RecognitionRun(
                Sample.run("one"),
                Sample.permit("attested"),
                "face-api",
                1,
                Sought.PARTICIPANTS,
                1,
                List.of(LEFT),
                0,
                List.of(),
                Sample.NOW,
                Sample.NOW);
        return new PhotoEvent.RecognitionRan(STAGE, run, Sample.NOW);
    }
}
