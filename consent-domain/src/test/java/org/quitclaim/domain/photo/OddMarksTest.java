package org.quitclaim.domain.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quitclaim.domain.photo.Photos.COVERED;
import static org.quitclaim.domain.photo.Photos.STAGE;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.PhotoCommand.AuthoriseRelease;
import org.quitclaim.domain.photo.PhotoCommand.CompleteReview;
import org.quitclaim.domain.photo.PhotoCommand.DeclareUnregistered;
import org.quitclaim.domain.photo.PhotoCommand.DrawFace;
import org.quitclaim.domain.photo.PhotoCommand.MakeRendition;
import org.quitclaim.domain.photo.PhotoCommand.RecordFaces;
import org.quitclaim.domain.photo.PhotoState.Registered;

/** Marks that no face could have, and photos that are nothing but faces. */
class OddMarksTest {
    private static final int MANY = 10_000;
    private static final int ACROSS = 100;
    private static final Box ALL = new Box(0, 0, 1, 1);

    @ParameterizedTest(name = "{0} {1} {2} × {3}")
    @CsvSource({
        "NaN, 0, 0.1, 0.1",
        "0, 0, NaN, 0.1",
        "0, 0, Infinity, 0.1",
        "-0.1, 0, 0.5, 0.5",
        "0.9, 0, 0.2, 0.2",
        "0, 0, 0, 0.1",
        "0, 0, 0.1, -0.1",
        "1, 1, 0.1, 0.1",
        "1e308, 0, 1e308, 1",
    })
    void what_is_no_box_within_the_photo_is_none(double x, double y, double width, double height) {
        assertThatThrownBy(() -> new Box(x, y, width, height)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1, 0.001", "0, 0, 0.001, 1", "0.5, 0.5, 1e-12, 1e-12"})
    void a_line_hides_nobody(double x, double y, double width, double height) {
        Photos.reviewed().when(draw("line", new Box(x, y, width, height))).then(PhotoRejection.BOX_TOO_SMALL);
    }

    @Test
    void a_photo_that_is_all_one_face_leaves_only_covered() {
        var all = Photos.reviewed()
                .and(
                        draw("all", ALL),
                        new DeclareUnregistered(STAGE, Sample.face("all")),
                        new CompleteReview(STAGE, true));
        all.when(release(Photos.ORIGINAL)).then(PhotoRejection.FACE_UNREGISTERED);
        all.and(new MakeRendition(
                        STAGE,
                        COVERED,
                        List.of(new Covered(Sample.face("all"), ALL)),
                        Sample.record("filled"),
                        Sample.record("known"),
                        Sample.record("image"),
                        Photos.HIDDEN))
                .when(release(COVERED))
                .accepted();
    }

    /** As of a stadium, or of somebody with a script. */
    @Test
    @Timeout(60)
    void ten_thousand_marks_are_found_merged_covered_and_judged() {
        List<Mark> marks = IntStream.range(0, MANY).mapToObj(OddMarksTest::mark).toList();
        List<Mark> again = marks.stream()
                .map(mark -> new Mark(
                        Sample.face("z" + mark.face().value().substring(4, 20)),
                        mark.box(),
                        mark.kind(),
                        mark.origin(),
                        90))
                .toList();
        var crowd = Photos.registered()
                .and(
                        new RecordFaces(STAGE, Photos.THOROUGHLY, marks),
                        new RecordFaces(STAGE, Photos.IMPROVED, again),
                        new MakeRendition(
                                STAGE,
                                COVERED,
                                marks.stream()
                                        .map(mark -> new Covered(mark.face(), mark.box()))
                                        .toList(),
                                Sample.record("filled"),
                                Sample.record("known"),
                                Sample.record("image"),
                                Photos.HIDDEN),
                        new CompleteReview(STAGE, true));
        Registered photo = (Registered) crowd.state();
        assertThat(photo.faces()).hasSize(MANY);
        assertThat(photo.visibleOn(Sample.in(photo.renditions(), COVERED))).isEmpty();
        assertThat(StillVisible.among(
                        photo, photo.faces().keySet(), List.of(marks.getLast().box())))
                .hasSize(1);
        crowd.when(release(Photos.ORIGINAL)).then(PhotoRejection.FACE_OPEN);
        crowd.when(release(COVERED)).accepted();
    }

    private static Mark mark(int number) {
        double side = 1.0 / ACROSS;
        Box box = new Box(number % ACROSS * side, number / ACROSS * side, 0.9 * side, 0.9 * side);
        return new Mark(Sample.face("m" + letters(number)), box, Mark.Kind.FACE, Mark.Origin.DETECTED, 60);
    }

    private static String letters(int number) {
        return Integer.toString(number, 26)
                .chars()
                .mapToObj(digit -> String.valueOf((char) ('a' + Character.digit(digit, 26))))
                .reduce("", String::concat);
    }

    private static DrawFace draw(String face, Box box) {
        return new DrawFace(STAGE, new Mark(Sample.face(face), box, Mark.Kind.FACE, Mark.Origin.DRAWN, 100));
    }

    private static AuthoriseRelease release(RenditionId rendition) {
        return new AuthoriseRelease(STAGE, Sample.publication("site"), rendition);
    }
}
