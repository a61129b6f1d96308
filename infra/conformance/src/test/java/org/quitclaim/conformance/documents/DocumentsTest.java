package org.quitclaim.conformance.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.quitclaim.conformance.documents.Documents.Document;
import org.quitclaim.conformance.documents.Documents.Named;

/** What a document names is there, and a figure has the command that prints it: as far as a simple rule can see. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsTest {
    private static final Path ROOT = Path.of(System.getProperty("quitclaim.root", "../.."))
            .toAbsolutePath()
            .normalize();
    private static final String OPERATIONS = "src/main/resources/META-INF/quitclaim/operations.tsv";
    private static final Set<String> UNDESCRIBED = Set.of("GET /openapi.json");
    private static final Pattern ROUTE = Pattern.compile("\\b(GET|POST|PUT|DELETE|PATCH) (/[^\\s?,;|`]*)");
    private static final Pattern ADDRESS = Pattern.compile("^(/(?:api|q|certificates|\\.well-known)[^\\s?,;|`]*)");
    private static final Pattern VERB = Pattern.compile("\\./quitclaim ([a-z][a-z-]*)");
    private static final Pattern SETTING = Pattern.compile("\\bquitclaim\\.(?!service\\b)[a-z][a-z0-9.-]*[a-z0-9]");
    private static final Pattern VARIABLE = Pattern.compile("\\bQUITCLAIM_[A-Z_]+\\b");
    private static final Pattern TYPE = Pattern.compile("^([A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+)(?:[#.(].*)?$");
    private static final Pattern TEST = Pattern.compile("^([a-z]+(?:_[a-z]+){3,})$");
    private static final Pattern CODE = Pattern.compile("^[a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)+$");
    private static final Pattern FILE = Pattern.compile(
            "^(?!DIR/)\\.?[A-Za-z][\\w.-]*(?:/[\\w.-]+)+\\.(?:java|md|json|properties|sh|yml|xml|html|js)$");
    private static final Pattern MEASURED =
            Pattern.compile("\\d (?:ms|\\u00b5s|MB/s|(?:events|photos|faces|requests|uploads|verdicts) a second)\\b");
    private static final Pattern COMMAND =
            Pattern.compile("(?:mvn|\\./quitclaim|java|python3|curl|BENCH) |No command here prints");

    /** Of libraries and services that no source imports. */
    private static final Set<String> FOREIGN =
            Set.of("WeakReferenceCache", "PngMetadataReader", "TagResource", "CancelKeyDeletion", "UpdateAlias");

    private Program program;

    @BeforeAll
    void read() throws IOException {
        program = Program.in(ROOT);
    }

    @Test
    void a_link_leads_to_a_file() {
        List<String> broken = new ArrayList<>();
        for (Document document : Documents.all(ROOT)) {
            Path folder = ROOT.resolve(document.file()).resolveSibling(".");
            Documents.links(document).stream()
                    .filter(link -> !Files.exists(folder.resolve(link.text()).normalize()))
                    .forEach(link -> broken.add(link.where() + " " + link.text()));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void a_route_is_served() {
        Set<String> routes = program.routes();
        assertThat(routes).hasSizeGreaterThan(100);
        assertThat(missing(ROUTE, route -> routes.stream().anyMatch(served -> matches(served, route))))
                .isEmpty();
        assertThat(missing(
                        ADDRESS,
                        address -> routes.stream()
                                .anyMatch(served -> matches(served.substring(served.indexOf('/')), address))))
                .isEmpty();
    }

    /** Otherwise the description says nothing of it, or of one that is gone. */
    @Test
    void each_route_and_no_other_has_a_line_in_the_description_of_the_interface() {
        List<String[]> lines = Stream.of("query-side", "infra/demo")
                .flatMap(module ->
                        Documents.read(ROOT.resolve(module).resolve(OPERATIONS)).lines())
                .map(line -> line.split("\t", -1))
                .toList();
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSize(3).doesNotContain(""));
        assertThat(lines.stream().map(line -> line[0])).doesNotHaveDuplicates();
        assertThat(lines.stream().map(line -> line[2])).doesNotHaveDuplicates();
        assertThat(lines.stream().map(line -> line[1]))
                .containsExactlyInAnyOrderElementsOf(program.routes().stream()
                        .filter(route -> !UNDESCRIBED.contains(route))
                        .toList());
    }

    @Test
    void a_verb_is_one_of_the_launchers() {
        Set<String> verbs = program.verbs();
        assertThat(verbs).contains("up", "restore-drill");
        assertThat(missing(VERB, verb -> verbs.contains(verb.substring("./quitclaim ".length()))))
                .isEmpty();
    }

    @Test
    void a_setting_is_read() {
        Set<String> settings = program.settings();
        assertThat(settings).contains("quitclaim.trusted-proxies", "quitclaim.vault.backup-horizon-days");
        assertThat(missing(
                        SETTING,
                        setting -> settings.contains(setting)
                                || settings.stream().anyMatch(other -> other.startsWith(setting + '.'))
                                || program.says(setting)))
                .isEmpty();
    }

    @Test
    void a_variable_of_the_environment_is_read() {
        Set<String> variables = program.variables();
        assertThat(missing(
                        VARIABLE,
                        name -> variables.stream().anyMatch(known -> covers(known, name)) || program.says(name)))
                .isEmpty();
    }

    @Test
    void a_type_a_method_a_test_a_code_and_a_file_exist() {
        assertThat(missing(TYPE, name -> {
                    String[] parts = name.split("[#.(]");
                    return FOREIGN.contains(parts[0]) || program.hasType(parts[0]) || program.says(parts[0]);
                }))
                .isEmpty();
        assertThat(missing(TEST, program::hasMethod)).isEmpty();
        assertThat(missing(CODE, code -> program.says(code) || program.hasFile(code)))
                .isEmpty();
        assertThat(missing(FILE, program::hasFile)).isEmpty();
    }

    /** A reader who doubts a measurement can take it. */
    @Test
    void a_document_with_a_measurement_has_the_command_that_takes_it() {
        assertThat(Documents.all(ROOT).stream()
                        .filter(document -> MEASURED.matcher(document.text()).find())
                        .filter(document -> !COMMAND.matcher(document.text()).find())
                        .map(document -> document.file().toString()))
                .isEmpty();
    }

    /** A setting may be a map of more. */
    private static boolean covers(String known, String name) {
        return known.equals(name) || (known.endsWith("*") && name.startsWith(known.substring(0, known.length() - 1)));
    }

    private List<String> missing(Pattern pattern, Predicate<String> known) {
        List<String> missing = new ArrayList<>();
        for (Document document : Documents.all(ROOT)) {
            for (Named named : Documents.named(document)) {
                pattern.matcher(named.text())
                        .results()
                        .map(MatchResult::group)
                        .filter(known.negate())
                        .forEach(name -> missing.add(named.where() + " " + name));
            }
        }
        return missing;
    }

    /** What a document writes for what changes may be a name in braces, an ellipsis or an id in capitals. */
    private static boolean matches(String served, String written) {
        String[] parts = served.split("/");
        String[] said = written.replaceAll("[.)]+$", "").split("/");
        if (parts.length != said.length) {
            return written.endsWith("\\u2026") && served.startsWith(written.substring(0, written.length() - 1));
        }
        for (int part = 0; part < parts.length; part++) {
            if (!parts[part].startsWith("{") && !parts[part].equals(said[part])) {
                return false;
            }
        }
        return true;
    }
}
