package org.quitclaim.conformance.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.quitclaim.conformance.documents.Documents.Document;

/** A page of the design ends with the tests that show it, and they are there and run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShownByTest {
    private static final Path ROOT = Path.of(System.getProperty("quitclaim.root", "../.."))
            .toAbsolutePath()
            .normalize();
    private static final String HEADING = "## Shown by";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| [^|]+ \\| `(\\w+Test)(?:#(\\w+))?` \\|$");
    private static final Pattern LINE = Pattern.compile("(?m)^\\|(?! what \\| test \\||---).*$");
    private static final Pattern DISABLED = Pattern.compile("(?m)^@Disabled|^    @Disabled");

    private final Map<String, List<String>> tests = new TreeMap<>();

    @BeforeAll
    void read() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            files.filter(file -> file.toString().contains("/src/test/java/"))
                    .filter(file -> file.toString().endsWith("Test.java"))
                    .forEach(file -> tests.computeIfAbsent(
                                    file.getFileName().toString().replace(".java", ""), name -> new ArrayList<>())
                            .add(Documents.read(file)));
        }
    }

    @Test
    void a_page_of_the_design_ends_with_the_tests_that_show_it() {
        List<Document> pages = Documents.all(ROOT).stream()
                .filter(document -> document.file().startsWith("docs/design"))
                .toList();
        assertThat(pages).hasSizeGreaterThan(15).allSatisfy(page -> {
            int begin = page.text().lastIndexOf("\n## ") + 1;
            String last = page.text().substring(begin);
            assertThat(last).as(page.file().toString()).startsWith(HEADING);
            long lines = LINE.matcher(last).results().count();
            List<MatchResult> rows = ROW.matcher(last).results().toList();
            assertThat(rows).as(page.file().toString()).hasSizeGreaterThan(1).hasSize((int) lines);
            assertThat(rows.stream().filter(row -> !isThere(row)).map(MatchResult::group))
                    .as(page.file().toString())
                    .isEmpty();
        });
    }

    private boolean isThere(MatchResult row) {
        String method = row.group(2);
        return tests.getOrDefault(row.group(1), List.of()).stream()
                .anyMatch(text ->
                        !DISABLED.matcher(text).find() && (method == null || text.contains("void " + method + "(")));
    }
}
