package org.quitclaim.command.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.gate.AnyStory;
import org.quitclaim.domain.gate.Story;
import org.quitclaim.domain.gate.Story.Happening;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.domain.photo.Photos;

/** The rows themselves, told what happened in any order. */
class WorkRowsTest {
    /** An index in a folder that goes with it. */
    private record Scratch(Path folder, WorkIndex index) implements AutoCloseable {
        static Scratch open() throws IOException, SQLException {
            Path folder = Files.createTempDirectory("work-rows");
            return new Scratch(folder, WorkIndex.open(folder));
        }

        List<String> toBeRegated() {
            return index.all("select detail from todo where kind = 'REGATE'", row -> row.getString(1));
        }

        @Override
        public void close() throws IOException, SQLException {
            index.close();
            try (Stream<Path> left = Files.walk(folder)) {
                for (Path one : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }

    /** As the gate's own property, but what has to be done is what the real lists name. */
    @Property(tries = 100)
    @Requirement({"R18", "R40", "R41"})
    void whateverTheOrderTheListsForgetNothingThatIsLive(@ForAll("happenings") List<Happening> happenings)
            throws IOException, SQLException {
        try (Scratch scratch = Scratch.open()) {
            Story story = Story.told(new WorkIndexLists(scratch.index()), happenings);
            assertThat(story.isSafe()).as(story::toString).isTrue();
            assertThat(scratch.index().check())
                    .as("what was written is what was counted")
                    .isEmpty();
        }
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return AnyStory.aroundARelease();
    }

    @Example
    @Requirement("R18")
    void aFaceDrawnWhileAnEarlierOneIsJudgedIsStillToBeJudged() throws IOException, SQLException {
        try (Scratch scratch = Scratch.open()) {
            scratch.index().apply(Recent.of(released(), drawn("first", 5), drawn("second", 6), regated(5)), 4);
            assertThat(scratch.toBeRegated()).containsExactly("6");

            scratch.index().apply(Recent.of(regated(6)), 5);
            assertThat(scratch.toBeRegated()).isEmpty();
        }
    }

    @Example
    void onlyTheLatestVersionIsJudged() throws IOException, SQLException {
        try (Scratch scratch = Scratch.open()) {
            scratch.index().apply(Recent.of(released(), drawn("first", 9), drawn("second", 10)), 3);
            assertThat(scratch.toBeRegated()).containsExactly("10");
        }
    }

    private static PhotoEvent released() {
        return new PhotoEvent.ReleaseAuthorised(
                Photos.STAGE,
                Sample.publication("page"),
                Photos.ORIGINAL,
                Sample.collection("gala"),
                List.of(),
                4,
                Sample.NOW);
    }

    private static PhotoEvent drawn(String face, int version) {
        return new PhotoEvent.FaceDrawn(Photos.STAGE, Photos.mark(Sample.face(face)), version, Sample.NOW);
    }

    private static PhotoEvent regated(int version) {
        return new PhotoEvent.ReleasesRegated(Photos.STAGE, version, Sample.NOW);
    }
}
