package org.quitclaim.conformance.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quitclaim.domain.access.Scope;
import org.quitclaim.domain.consent.Subjects;

/** Limits, default values, exit codes and lists that documents state are those of the code. */
class StatedNumbersTest {
    private static final Path ROOT = Path.of(System.getProperty("quitclaim.root", "../.."))
            .toAbsolutePath()
            .normalize();
    private static final Path DESIGN = ROOT.resolve("docs/design");
    private static final Pattern EXIT = Pattern.compile("(?m)^\\| (\\d) \\| ");
    private static final Pattern CODE = Pattern.compile("static final int [A-Z_]+ = (\\d);");
    private static final Pattern STEP = Pattern.compile("(?m)^ +(D\\d+) ok +(.+)$");
    private static final Pattern SCOPE = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| ");

    /** Whoever changes the number finds here where it is stated, and the other way round. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        design/edge.md             | form ! 1 MiB;                                        | infra/access/src/main/java/org/quitclaim/access/edge/RequestBody.java | MOST = 1L << 20;
        design/edge.md             | 128 MiB, only after authorisation                    | infra/access/src/main/java/org/quitclaim/access/edge/RequestBody.java | MOST_UPLOADED = 128L << 20;
        design/edge.md             | the photo in it 64 MB                                | infra/standalone/src/main/resources/application.yml | max-file-size: 64MB
        design/edge.md             | the photo in it 64 MB                                | face-processor/src/main/java/org/quitclaim/face/image/PhotoLimits.java | MAX_BYTES = 64 * 1024 * 1024;
        design/edge.md             | 20 s, and one second more for each 16 KiB            | infra/access/src/main/java/org/quitclaim/access/edge/RequestBody.java | GRACE = Duration.ofSeconds(20);
        design/edge.md             | 20 s, and one second more for each 16 KiB            | infra/access/src/main/java/org/quitclaim/access/edge/RequestBody.java | BYTES_A_SECOND = 16 * 1024;
        design/edge.md             | gap between two bytes ! 10 s                         | infra/access/src/main/java/org/quitclaim/access/edge/EdgeConfiguration.java | BETWEEN_BYTES_MILLIS = 10_000;
        design/edge.md             | head ! 20 s from its first byte                      | infra/access/src/main/java/org/quitclaim/access/edge/Connection.java | HEAD = Duration.ofSeconds(20);
        design/edge.md             | head ! 16 KiB;                                       | infra/access/src/main/java/org/quitclaim/access/edge/EdgeConfiguration.java | HEAD_BYTES = 16 * 1024;
        design/edge.md             | threads that wait for large bodies; for an answer to be read ! 64;                          | infra/access/src/main/java/org/quitclaim/access/edge/Connections.java | MOST_READING = 64;
        design/edge.md             | connections ! 2,000, fewer                           | infra/access/src/main/java/org/quitclaim/access/edge/Connections.java | MOST = 2_000;
        design/edge.md             | who wait, for 10 s                                   | infra/access/src/main/java/org/quitclaim/access/edge/CostlyWork.java | PATIENCE = Duration.ofSeconds(10);
        design/links.md            | until the end of the 30th day                        | command-side/src/main/java/org/quitclaim/command/link/LinkSettings.java | @DefaultValue("30") int signingDays
        design/links.md            | `QUITCLAIM_LINKS_SIGNINGDAYS`, 1 to 366              | command-side/src/main/java/org/quitclaim/command/link/LinkSettings.java | signingDays > 366
        design/least-data.md       | more than 20 faces                                   | command-side/src/main/java/org/quitclaim/command/governance/BulkUseSettings.java | @DefaultValue("20") int comparisons
        design/least-data.md       | more than 300 different people                       | command-side/src/main/java/org/quitclaim/command/governance/BulkUseSettings.java | @DefaultValue("300") int names
        design/permits.md          | one person: 20 times in 24 hours                     | command-side/src/main/java/org/quitclaim/command/faceprint/ComparisonSettings.java | @DefaultValue("20") int mostWithOnePerson
        design/permits.md          | one account or token: 60 times in 24 hours           | command-side/src/main/java/org/quitclaim/command/faceprint/ComparisonSettings.java | @DefaultValue("60") int mostByOneAccount
        design/permits.md          | 60 times in 24 hours                                 | command-side/src/main/java/org/quitclaim/command/faceprint/Comparisons.java | WITHIN = Duration.ofHours(24);
        design/permits.md          | for at most 60 seconds                               | face-processor/src/main/java/org/quitclaim/face/permit/PermitIssuer.java | LIFETIME = Duration.ofSeconds(60);
        design/publication-gate.md | ends after five minutes                              | command-side/src/main/java/org/quitclaim/command/publication/Clearances.java | LIFETIME = Duration.ofMinutes(5);
        design/access.md           | another agrees within 24 hours                       | consent-domain/src/main/java/org/quitclaim/domain/access/AgreementRules.java | WITHIN = Duration.ofHours(24);
        design/access.md           | keeps its name for two years                         | command-side/src/main/java/org/quitclaim/command/staff/StaffSettings.java | @DefaultValue("2y") Period nameRetention
        design/access.md           | an end within a year                                 | command-side/src/main/java/org/quitclaim/command/staff/StaffSettings.java | @DefaultValue("1y") Period longestToken
        design/requests.md         | the last 20,000 keys                                 | infra/access/src/main/java/org/quitclaim/access/web/SentKeys.java | REMEMBERED = 20_000;
        design/requests.md         | events of 200 marks each                             | consent-domain/src/main/java/org/quitclaim/domain/photo/SearchRules.java | MOST_MARKS = 200;
        design/shortage.md         | `quitclaim.disk.reserve` (64 MB)                     | infra/event-store/src/main/java/org/quitclaim/eventstore/DiskSettings.java | @DefaultValue("64MB") DataSize reserve
        design/history-check.md    | `quitclaim.command.check-every`, `24h`               | command-side/src/main/java/org/quitclaim/command/CommandSideSettings.java | @DefaultValue("24h") Duration checkEvery
        design/shown.md            | this account for 15 minutes                          | consent-domain/src/main/java/org/quitclaim/domain/photo/Unseen.java | LOOK = Duration.ofMinutes(15);
        design/shown.md            | at most 1,280 pixels                                 | command-side/src/main/java/org/quitclaim/command/photo/PhotoIntake.java | PREVIEW_SIDE_PIXELS = 1_280;
        design/shown.md            | at most 1,000 letters                                | command-side/src/main/java/org/quitclaim/command/photo/ReleaseSettings.java | MOST_LETTERS = 1_000;
        design/shown.md            | `PROHIBITED_EXCEPT_SEARCH_ENGINES`                   | command-side/src/main/java/org/quitclaim/command/photo/ReleaseSettings.java | @DefaultValue("PROHIBITED_EXCEPT_SEARCH_ENGINES") DataMining
        design/erasure.md          | failed ten times is **parked**                       | command-side/src/main/java/org/quitclaim/command/erasure/FailedAttempts.java | MOST = 10;
        design/epochs.md           | confirmed by somebody else within 24 h               | consent-domain/src/main/java/org/quitclaim/domain/breach/BreachDecisions.java | CONFIRMED_WITHIN = Duration.ofHours(24);
        design/epochs.md           | The server looks every minute                        | infra/standalone/src/main/java/org/quitclaim/standalone/EpochSchedule.java | LOOK_EVERY = Duration.ofMinutes(1);
        ../README.md | and ends with 4 | infra/certificate/src/main/java/org/quitclaim/certificate/check/VerifyCertificate.java | ORIGIN_NOT_SHOWN = 4;
        ../README.md | code 5 and one line | infra/standalone/src/main/java/org/quitclaim/standalone/CheckHistoryVerb.java | DAMAGED = 5;
        ../README.md | with exit code 3; | quitclaim | -XX:+ExitOnOutOfMemoryError
        design/history-check.md    | ends with code 5                                     | infra/standalone/src/main/java/org/quitclaim/standalone/CheckHistoryVerb.java | DAMAGED = 5;
        """)
    void a_number_in_a_document_is_the_one_in_the_code(String document, String words, String source, String code) {
        assertThat(Documents.read(ROOT.resolve("docs").resolve(document))).contains(words.replace('!', '|'));
        assertThat(Documents.read(ROOT.resolve(source))).contains(code);
    }

    @Test
    void the_exit_codes_of_a_check_are_those_of_the_verb() {
        String verb = "infra/certificate/src/main/java/org/quitclaim/certificate/check/VerifyCertificate.java";
        assertThat(found(EXIT, DESIGN.resolve("certificate.md"))).isEqualTo(found(CODE, ROOT.resolve(verb)));
    }

    @Test
    void the_scopes_of_the_table_are_all_there_are() {
        assertThat(found(SCOPE, DESIGN.resolve("access.md")))
                .isEqualTo(Arrays.stream(Scope.values()).map(Enum::name).collect(Collectors.toSet()));
    }

    @Test
    void the_subjects_that_are_known_by_default_are_those_of_the_page() {
        assertThat(listed("everyday"))
                .isEqualTo(Subjects.DEFAULT.everyday().stream()
                        .map(one -> one.code())
                        .collect(Collectors.toSet()));
        assertThat(listed("sensitive"))
                .isEqualTo(Subjects.DEFAULT.sensitive().stream()
                        .map(one -> one.code())
                        .collect(Collectors.toSet()));
    }

    /** The story that the README shows is the one that is told. */
    @Test
    void the_steps_of_the_story_in_the_readme_are_steps_of_the_story() {
        String checks = Documents.read(ROOT.resolve("infra/demo/src/main/java/org/quitclaim/demo/Check.java"));
        assertThat(STEP.matcher(Documents.read(ROOT.resolve("README.md"))).results())
                .hasSizeGreaterThan(5)
                .allSatisfy(step -> assertThat(checks).contains(step.group(1) + "(\"" + step.group(2) + "\")"));
    }

    private static Set<String> listed(String setting) {
        String row = Documents.read(DESIGN.resolve("subjects.md"))
                .lines()
                .filter(line -> line.startsWith("| `quitclaim.contexts." + setting + "`"))
                .findFirst()
                .orElseThrow();
        return Pattern.compile("`([a-z-]+)`")
                .matcher(row.substring(row.indexOf(" | ") + 1))
                .results()
                .map(one -> one.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern, Path file) {
        return pattern.matcher(Documents.read(file))
                .results()
                .map((MatchResult one) -> one.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
