package org.quitclaim.face.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.drawn.Cast;
import org.quitclaim.drawn.DrawnCharacter;
import org.quitclaim.drawn.Scene;
import org.quitclaim.drawn.ScenePainter;
import org.quitclaim.drawn.Scenes;
import org.quitclaim.face.TestData;
import org.quitclaim.face.pack.ModelPack;
import org.quitclaim.face.pack.PackFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateCommandTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    /** The stated rate: drawn people look more alike than real ones. */
    private static final double DRAWN_PEOPLE = 0.001;

    private int run(@Nullable Path report) {
        return EvaluateCommand.run(
                new Asked(folder, report, DRAWN_PEOPLE),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream()));
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private void copy(String photo, String target) throws IOException {
        Path to = folder.resolve(target);
        Files.createDirectories(to.getParent());
        Files.copy(TestData.folder().resolve("photos").resolve(photo), to);
    }

    private void draw(Scene scene, String target) throws IOException {
        Path to = folder.resolve(target);
        Files.createDirectories(to.getParent());
        Files.write(to, ScenePainter.draw(scene).jpeg());
    }

    private void writePhoto(String name, byte[] bytes) throws IOException {
        Files.createDirectories(folder.resolve("people"));
        Files.createDirectories(folder.resolve("photos"));
        Files.write(folder.resolve("photos").resolve(name), bytes);
    }

    /** Needs no photo of anybody, so that it runs everywhere. */
    @Test
    @Requirement("R82")
    void drawnPeopleAreNamedAndNobodyElse() throws IOException {
        draw(Scenes.enrolment(Cast.VOLUNTEER.character()), "people/Zo\u00eb/1.JPG");
        draw(Scenes.portraits(Cast.MODEL.character()).get(1), "people/second/1.jpeg");
        draw(
                Scenes.crowd(
                        List.of(Cast.VOLUNTEER.character(), Cast.GRANDMOTHER.character()), Cast.BYSTANDER.character()),
                "photos/park.jpg");
        draw(Scenes.portraits(Cast.MODEL.character()).get(2), "photos/model.jpg");
        Files.writeString(folder.resolve("truth.json"), "{\"park.jpg\":[\"Zo\u00eb\"],\"model.jpg\":[\"second\"]}");
        Path report = folder.resolve("made/on/the/way/report.json");
        assertThat(run(report)).as(output()).isZero();
        assertThat(output())
                .contains("enrolled: 2 people", "n: 4 faces, matched: 2, unmatched: 2")
                .contains("hits: 2, misses: 0, wrong: 0 (on 2 photos with truth)");
        assertThat(report).content().contains("Zo\u00eb", "\"nearest\"", "\"notEnrolled\"", "\"curve\"");
        assertThat(output())
                .contains("failure to enrol: 0.0 % (0 of 2;")
                .containsPattern("speed: \\d+\\.\\d photos per second");
        assertThat(report.resolveSibling("report.csv")).content().startsWith("people,group,draws,");
        assertSaysWhichPack(report);
        assertThat(report.resolveSibling("report.svg"))
                .content()
                .startsWith("<svg ")
                .endsWith("</svg>\n");
    }

    private void assertSaysWhichPack(Path report) throws IOException {
        ModelPack pack = PackFolder.configured().read();
        JsonNode said = JsonMapper.shared().readTree(Files.readAllBytes(report)).get("pack");
        assertThat(said.get("id").asString()).isEqualTo(pack.id());
        assertThat(said.get("version").asString()).isEqualTo(pack.version());
        assertThat(said.get("sha256").asString()).isEqualTo(pack.digest());
        assertThat(said.get("licence").asString()).isEqualTo(pack.provenance().licence());
        assertThat(said.get("trainingData").asString())
                .isEqualTo(pack.provenance().trainingData())
                .isNotBlank();
        assertThat(output())
                .contains(
                        pack.name(),
                        pack.digest(),
                        pack.provenance().licence(),
                        pack.provenance().trainingData());
        for (String file : List.of("report.csv", "report.svg")) {
            assertThat(report.resolveSibling(file)).content().contains(pack.digest());
        }
    }

    /** The photographer is the largest on the photo, and must not become the volunteer. */
    @Test
    void ofAGroupPortraitTheFaceLikeTheOtherPortraitsIsEnrolled() throws IOException {
        DrawnCharacter volunteer = Cast.VOLUNTEER.character();
        DrawnCharacter photographer = Cast.PHOTOGRAPHER.character();
        draw(Scenes.portraits(volunteer).get(1), "people/volunteer/1.jpg");
        draw(Scenes.statue(photographer), "people/volunteer/2.jpg");
        draw(Scenes.crowd(List.of(photographer, Cast.GRANDMOTHER.character()), volunteer), "people/volunteer/3.jpg");
        draw(Scenes.enrolment(photographer), "people/photographer/1.jpg");
        draw(Scenes.portraits(photographer).get(2), "photos/1.jpg");
        Files.writeString(folder.resolve("truth.json"), "{\"1.jpg\":[\"photographer\"]}");
        assertThat(run(null)).isZero();
        assertThat(output())
                .contains("none of them like the other portraits, so none is enrolled: people/volunteer/2.jpg")
                .contains("3 faces, of which the one like the other portraits is enrolled: people/volunteer/3.jpg")
                .contains("hits: 1, misses: 0, wrong: 0");
    }

    @Test
    void whoCannotBeEnrolledAndWhatIsNotLookedAtIsSaid() throws IOException {
        draw(Scenes.statue(Cast.RESEARCHER.character()), "people/several/1.jpg");
        Files.createDirectories(folder.resolve("people/nobody"));
        Files.write(folder.resolve("people/loose.jpg"), new byte[1]);
        writePhoto("notes.txt", new byte[1]);
        writePhoto(".hidden", new byte[1]);
        assertThat(run(null)).isZero();
        assertThat(output())
                .contains("2 faces, of which the largest is enrolled: people/several/1.jpg")
                .contains("not enrolled, for want of a portrait that can be used: people/nobody")
                .contains("not looked at: 1 files in people/ itself")
                .contains("not looked at: 1 entries of photos/")
                .contains("There is no photo in photos/")
                .contains("enrolled: 1 people")
                .doesNotContain("people/several\n");
    }

    @Test
    @EnabledOnOs(OS.LINUX) // the memory of a process is a regular file that even root cannot read from its start
    void aFileThatCannotBeReadIsSaidAndTheRestIsMeasured() throws IOException {
        writePhoto("last.jpg", new byte[] {1, 2, 3});
        Path unreadable = Path.of("/proc/self/mem");
        Files.createSymbolicLink(folder.resolve("photos/a.jpg"), unreadable);
        Files.createDirectories(folder.resolve("people/first"));
        Files.createSymbolicLink(folder.resolve("people/first/a.jpg"), unreadable);
        Path report = folder.resolve("report.json");
        assertThat(run(report)).isZero();
        assertThat(output())
                .contains("): people/first/a.jpg", "): photos/a.jpg", "photo.not-an-image")
                .contains("hits: unknown");
        assertThat(report).content().contains("a.jpg", "last.jpg");
    }

    @Test
    void aFileLargerThanMemoryIsRefusedByItsSize() throws IOException {
        writePhoto("huge.jpg", new byte[0]);
        try (RandomAccessFile sparse =
                new RandomAccessFile(folder.resolve("photos/huge.jpg").toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        assertThat(run(null)).isZero();
        assertThat(output()).contains("not read (photo.too-large): photos/huge.jpg");
    }

    @Test
    void aReportThatCannotBeWrittenIsRefusedBeforeTheWork() throws IOException {
        writePhoto("broken.jpg", new byte[] {1, 2, 3});
        Files.write(folder.resolve("file"), new byte[1]);
        assertThat(run(folder.resolve("file/report.json"))).isEqualTo(2);
        assertThat(run(folder.resolve("photos"))).isEqualTo(2);
        assertThat(output())
                .contains("The report cannot be written to " + folder.resolve("file/report.json"))
                .contains("it is a folder; name a file", "Nothing was measured")
                .doesNotContain("enrolled");
    }

    @Test
    void aReportThatIsThereStaysUntilThereIsANewOne() throws IOException {
        writePhoto("broken.jpg", new byte[] {1, 2, 3});
        Path report = folder.resolve("report.json");
        Files.writeString(report, "of last week");
        Files.writeString(folder.resolve("truth.json"), "nonsense");
        assertThat(run(report)).isEqualTo(1);
        assertThat(output()).contains("The evaluation stopped: truth.json is no valid JSON");
        assertThat(report).hasContent("of last week");
    }

    @Test
    void theRightPeopleAreNamedAndNobodyElse() throws IOException {
        copy("obama.jpg", "people/first/a.jpg");
        copy("biden.jpg", "people/second/a.jpg");
        copy("obama2.jpg", "photos/one.jpg");
        copy("biden2.jpg", "photos/two.jpg");
        copy("solvay-1927.jpg", "photos/strangers.jpg");
        Files.writeString(
                folder.resolve("truth.json"),
                "{\"one.jpg\":[\"first\"],\"two.jpg\":[\"second\"],\"strangers.jpg\":[]}");
        Path report = folder.resolve("report.json");
        assertThat(run(report)).isZero();
        assertThat(output()).contains("hits: 2, misses: 0, wrong: 0");
        JsonNode photos =
                JsonMapper.shared().readTree(Files.readAllBytes(report)).get("photos");
        assertThat(photos.get(0).get("file").asString()).isEqualTo("one.jpg");
        JsonNode face = photos.get(0).get("faces").get(0);
        assertThat(face.get("label").asString()).isEqualTo("first");
        assertThat(face.get("distance").asDouble()).isBetween(0.4, 0.5);
        assertThat(face.get("box").get("width").asDouble()).isBetween(0.1, 0.9);
        assertThat(photos.get(1).get("faces"))
                .allSatisfy(
                        stranger -> assertThat(stranger.get("label").isNull()).isTrue());
    }

    @Test
    void nothingIsLeftBehindWithoutAReport() throws IOException {
        Files.createDirectories(folder.resolve("people/first"));
        Files.createDirectories(folder.resolve("photos"));
        Files.write(folder.resolve("photos/broken.jpg"), new byte[] {1, 2, 3});
        assertThat(run(null)).isZero();
        assertThat(output()).contains("photo.not-an-image").contains("hits: unknown");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void aFolderWithoutPeopleIsUnusable() {
        assertThat(run(null)).isEqualTo(2);
        assertThat(output()).contains("people/<label>");
    }
}
