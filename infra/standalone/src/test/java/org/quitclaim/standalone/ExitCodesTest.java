package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Systemd reads the exit code and an operator the page: both hear the same of every refusal, whichever verb it was. */
class ExitCodesTest {
    private static final Path ROOT = Path.of(System.getProperty("quitclaim.root", "../.."))
            .toAbsolutePath()
            .normalize();
    private static final Pattern SAID = Pattern.compile("[\"\\[](start\\.[a-z-]+)[\"\\]]");
    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\|(.*)");
    private static final Pattern WRITTEN = Pattern.compile("`(start\\.[a-z-]+)`");

    @TempDir
    Path folder;

    @Test
    void thePageNamesEveryRefusalOfAStartAtTheCodeWithWhichItEnds() throws Exception {
        Map<String, Integer> ends = new TreeMap<>();
        said().forEach(code -> ends.put(code, Refusal.exit(code)));
        assertThat(ends).as("codes were found at all").hasSizeGreaterThan(15);
        assertThat(page()).isEqualTo(ends);
    }

    /** Verbs that print their refusals themselves ended with another code than a start on the same folder. */
    @Test
    void whatHasToBeChangedFirstEndsEveryVerbAlike() throws Exception {
        Files.createDirectories(folder.resolve("in-use.lock"));
        Files.createFile(folder.resolve("events.db"));
        ends(Refusal.WRONGLY_SET, "start.data-folder-unusable", "take-over");
        ends(Refusal.WRONGLY_SET, "start.data-folder-unusable", "rebuild-work");
        ends(Refusal.WRONGLY_SET, "start.data-folder-unusable", "up", "--port", "0");
    }

    private void ends(int exit, String code, String... verb) throws InterruptedException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        List<String> words = new ArrayList<>(List.of(verb));
        words.addAll(List.of("--data", folder.toString()));
        int ended = Main.run(words, new Console(out, out));
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains(code);
        assertThat(ended).as("%s", words).isEqualTo(exit);
    }

    private static TreeSet<String> said() throws IOException {
        TreeSet<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/java/"))
                    .forEach(file -> SAID.matcher(read(file)).results().forEach(found -> codes.add(found.group(1))));
        }
        return codes;
    }

    private static Map<String, Integer> page() throws IOException {
        Map<String, Integer> written = new TreeMap<>();
        for (String line : Files.readAllLines(ROOT.resolve("docs/runbooks/service.md"))) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                WRITTEN.matcher(row.group(2))
                        .results()
                        .forEach(code -> written.put(code.group(1), Integer.valueOf(row.group(1))));
            }
        }
        return written;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
