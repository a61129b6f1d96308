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
    private static final int LAST = 98;
    private static final Path ROOT = Path.of(System.getProperty("quitclaim.root", "../.."))
            .toAbsolutePath()
            .normalize();
    private static final Path TABLE = ROOT.resolve("docs/requirements.md");

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
    void every_row_has_a_standing_and_nothing_else_has_one() throws IOException {
        assertThat(Standing.all().stringPropertyNames()).isEqualTo(titles().stringPropertyNames());
    }

    /** A row that loses its last test is not held any more, and one that gains a first test is to be judged anew. */
    @Test
    void what_is_held_has_a_test_that_shows_it_and_what_is_not_has_none() throws IOException {
        Properties standings = Standing.all();
        assertThat(standings.stringPropertyNames())
                .allSatisfy(number -> assertThat(tests.of(number).isEmpty())
                        .as("%s is \"%s\"", number, standings.getProperty(number))
                        .isEqualTo(Standing.of(standings.getProperty(number)).degree() == Standing.Degree.NONE));
    }

    @Test
    void noTestCitesARequirementThatDoesNotExist() throws IOException {
        assertThat(tests.byNumber().keySet()).isSubsetOf(titles().stringPropertyNames());
    }

    private static String table() throws IOException {
        Properties titles = titles();
        Properties standings = Standing.all();
        Stream<String> head = Stream.of(
                "# Requirements and the tests that hold them",
                "",
                "Written by the build from the `@Requirement` annotations of the tests; do not edit.",
                "Anew: `mvn verify -D" + WRITE + "=true`.",
                "",
                "How far a row is held was judged by reading it beside its tests (`standing.properties`, beside the"
                        + " test that",
                "writes this). A row that is held fails the build when it loses its last test.",
                "",
                "| number | in short | standing | tests |",
                "|---|---|---|---|");
        Stream<String> rows = IntStream.rangeClosed(1, LAST)
                .mapToObj(number -> "R" + number)
                .map(number -> "| " + number + " | " + titles.getProperty(number) + " | "
                        + Standing.of(standings.getProperty(number)).words() + " | " + cell(tests.of(number)) + " |");
        return Stream.concat(head, rows).reduce("", (before, line) -> before + line + "\n");
    }

    private static String cell(List<String> tests) {
        return tests.isEmpty() ? "none" : "`" + String.join("`<br>`", tests) + "`";
    }

    private static Properties titles() throws IOException {
        Properties titles = new Properties();
        try (InputStream file = RequirementsTest.class.getResourceAsStream("requirements.properties")) {
            titles.load(file);
        }
        return titles;
    }
}
