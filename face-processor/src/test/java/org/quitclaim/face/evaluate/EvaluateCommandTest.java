package org.quitclaim.face.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.face.TestData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateCommandTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int run(@Nullable Path report) {
        return EvaluateCommand.run(folder, report, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private void copy(String photo, String target) throws IOException {
        Path to = folder.resolve(target);
        Files.createDirectories(to.getParent());
        Files.copy(TestData.folder().resolve("photos").resolve(photo), to);
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
