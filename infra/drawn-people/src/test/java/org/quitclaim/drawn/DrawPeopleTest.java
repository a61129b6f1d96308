package org.quitclaim.drawn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawPeopleTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void theFolderHoldsPeoplePhotosAndTheTruth() throws IOException {
        String[] args = {"draw", folder.toString(), "--characters", "3", "--photos", "4", "--seed", "9"};
        assertThat(DrawPeople.run(args, out)).isZero();
        assertThat(children("people")).hasSize(3).allMatch(label -> label.matches("c-?[0-9]+"));
        assertThat(children("photos")).hasSize(4);
        String truth = Files.readString(folder.resolve("truth.json"));
        for (String photo : children("photos")) {
            assertThat(truth).contains("\"file\":\"" + photo + "\"");
        }
        List<String> labels = Pattern.compile("\"label\":\"([^\"]+)\"")
                .matcher(truth)
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(labels).isNotEmpty().isSubsetOf(children("people"));
    }

    @Test
    void argumentsWithoutSenseAreExplained() throws IOException {
        assertThat(DrawPeople.run(new String[] {"draw", folder.toString(), "--photos", "0"}, out))
                .isEqualTo(2);
        assertThat(DrawPeople.run(new String[] {"draw", folder.toString(), "--photos", "many"}, out))
                .isEqualTo(2);
        assertThat(DrawPeople.run(new String[] {"paint"}, out)).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("--photos takes a number from 1 to 1000000, not 0")
                .contains("--photos takes a whole number, not many")
                .contains("usage: draw DIR");
        assertThat(folder).isEmptyDirectory();
    }

    private List<String> children(String name) throws IOException {
        try (Stream<Path> paths = Files.list(folder.resolve(name))) {
            return paths.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }
}
