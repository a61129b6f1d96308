package org.quitclaim.conformance.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map of the house has every room, and says of each what the room says of itself. */
class HouseMapTest {
    private static final Path ROOT = Path.of(System.getProperty("quitclaim.root", "../.."))
            .toAbsolutePath()
            .normalize();
    private static final String MAP = Documents.read(ROOT.resolve("docs/architecture.md"));
    private static final Pattern COMMENT =
            Pattern.compile("(?s)/\\*\\*(.*?)\\*/.*?\npackage org\\.quitclaim\\.([\\w.]+);");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `[\\w.]+` in `[\\w/-]+` \\| .* \\|$");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    @Test
    void every_package_has_its_line_and_no_other_is_listed() throws IOException {
        List<String> rows = ROW.matcher(MAP).results().map(MatchResult::group).toList();
        assertThat(rows).hasSizeGreaterThan(60).containsExactlyInAnyOrderElementsOf(packages());
    }

    @Test
    void every_module_is_named() {
        assertThat(MODULE.matcher(Documents.read(ROOT.resolve("pom.xml")))
                        .results()
                        .map(module -> module.group(1)))
                .isNotEmpty()
                .allSatisfy(module -> assertThat(MAP).contains('`' + module + '`'));
    }

    private static List<String> packages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .filter(file -> file.toString().contains("/src/main/java/"))
                    .map(HouseMapTest::row)
                    .toList();
        }
    }

    private static String row(Path file) {
        MatchResult info =
                COMMENT.matcher(Documents.read(file)).results().findFirst().orElseThrow();
        String module = ROOT.relativize(file).toString().replaceAll("/src/main/java/.*", "");
        return "| `%s` in `%s` | %s |".formatted(info.group(2), module, said(info.group(1)));
    }

    private static String said(String comment) {
        return comment.replaceAll("\\s*\n\\s*\\*\\s?", " ")
                .strip()
                .replaceAll("(?s)\\s*<p>.*", "")
                .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`");
    }
}
