package org.quitclaim.conformance.requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Writes {@code docs/requirements.md} from what the tests of all modules say they hold, and keeps it up to date. */
class RequirementsTest {
    private static final String WRITE = "quitclaim.write-requirements";
    private static final String TITLES = "requirements.properties";
    private static final int LAST = 98;
    private static final Path ROOT = Path.of(System.getProperty("quitclaim.root", "../.."))
            .toAbsolutePath()
            .normalize();
    private static final Path TABLE = ROOT.resolve("docs/requirements.md");

    /**
     * How far the tests show each row: {@code held}, with what that judgement rests on, or {@code in part:} with what no test
     * shows. A row that is not listed is not held, whatever cites it; a listed one may not lose its last test.
     */
    private static final String JUDGED = "judged.properties";

    private static TestsOfRequirements tests = new TestsOfRequirements(Map.of());

    @BeforeAll
    static void readEveryModule() {
        List<TestModule> modules = TestModule.all(ROOT);
        List<String> missing = modules.stream()
                .filter(module -> !module.isCompiled())
                .map(TestModule::name)
                .toList();
        assumeTrue(missing.isEmpty(), "the tests of these modules are not compiled in this build: " + missing);
        tests = TestsOfRequirements.in(modules);
    }

    @Test
    void theTableOfRequirementsIsUpToDate() throws IOException {
        String table = table();
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(TABLE.getParent());
            Files.writeString(TABLE, table);
        }

        assertThat(Files.exists(TABLE) ? Files.readString(TABLE) : "")
                .as("docs/requirements.md is out of date; write it anew with mvn verify -D%s=true", WRITE)
                .isEqualTo(table);
    }

    @Test
    void a_row_that_was_held_keeps_its_tests() throws IOException {
        Properties judged = read(JUDGED);

        assertThat(judged.stringPropertyNames()).isSubsetOf(read(TITLES).stringPropertyNames());
        assertThat(judged.values())
                .allMatch(said -> ((String) said).startsWith("held") || ((String) said).startsWith("in part: "));
        assertThat(judged.stringPropertyNames().stream()
                        .filter(number -> tests.of(number).isEmpty()))
                .as("requirements that lost their tests")
                .isEmpty();
    }

    @Test
    void noTestCitesARequirementThatDoesNotExist() throws IOException {
        assertThat(tests.byNumber().keySet()).isSubsetOf(read(TITLES).stringPropertyNames());
    }

    private static String table() throws IOException {
        Properties titles = read(TITLES);
        Properties judged = read(JUDGED);
        Stream<String> head = Stream.of(
                "# Requirements and the tests that hold them",
                "",
                "Written by the build from the `@Requirement` annotations of the tests; do not edit.",
                "Anew: `mvn verify -D" + WRITE + "=true`.",
                "",
                "| number | in short | held | tests |",
                "|---|---|---|---|");
        Stream<String> rows = IntStream.rangeClosed(1, LAST)
                .mapToObj(number -> "R" + number)
                .map(number -> "| " + number + " | " + titles.getProperty(number) + " | " + standing(judged, number)
                        + " | " + cell(tests.of(number)) + " |");
        return Stream.concat(head, rows).reduce("", (before, line) -> before + line + "\n");
    }

    private static String cell(List<String> tests) {
        return tests.isEmpty() ? "none yet" : "`" + String.join("`<br>`", tests) + "`";
    }

    private static String standing(Properties judged, String number) {
        return judged.getProperty(number, tests.of(number).isEmpty() ? "not yet" : "cited, not judged yet");
    }

    private static Properties read(String name) throws IOException {
        Properties read = new Properties();
        try (InputStream file = RequirementsTest.class.getResourceAsStream(name)) {
            read.load(file);
        }
        return read;
    }
}
