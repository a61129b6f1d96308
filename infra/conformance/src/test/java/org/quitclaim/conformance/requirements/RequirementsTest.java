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

    /** What the first delivery promises; the others may be empty in the table. */
    private static final List<Integer> HELD_NOW = List.of(
            1, 2, 3, 4, 5, 7, 10, 13, 17, 18, 19, 20, 21, 22, 25, 26, 27, 28, 29, 30, 32, 33, 35, 36, 39, 40, 41, 43,
            44, 52, 57, 58, 59, 66, 70, 74, 75, 80);

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
    void whatThisDeliveryPromisesHasATest() {
        assertThat(HELD_NOW.stream()
                        .map(number -> "R" + number)
                        .filter(number -> tests.of(number).isEmpty()))
                .as("requirements without a test")
                .isEmpty();
    }

    @Test
    void noTestCitesARequirementThatDoesNotExist() throws IOException {
        assertThat(tests.byNumber().keySet()).isSubsetOf(titles().stringPropertyNames());
    }

    private static String table() throws IOException {
        Properties titles = titles();
        Stream<String> head = Stream.of(
                "# Requirements and the tests that hold them",
                "",
                "Written by the build from the `@Requirement` annotations of the tests; do not edit.",
                "Anew: `mvn verify -D" + WRITE + "=true`.",
                "",
                "| number | in short | tests |",
                "|---|---|---|");
        Stream<String> rows = IntStream.rangeClosed(1, LAST)
                .mapToObj(number -> "R" + number)
                .map(number ->
                        "| " + number + " | " + titles.getProperty(number) + " | " + cell(tests.of(number)) + " |");
        return Stream.concat(head, rows).reduce("", (before, line) -> before + line + "\n");
    }

    private static String cell(List<String> tests) {
        return tests.isEmpty() ? "none yet" : "`" + String.join("`<br>`", tests) + "`";
    }

    private static Properties titles() throws IOException {
        Properties titles = new Properties();
        try (InputStream file = RequirementsTest.class.getResourceAsStream("requirements.properties")) {
            titles.load(file);
        }
        return titles;
    }
}
