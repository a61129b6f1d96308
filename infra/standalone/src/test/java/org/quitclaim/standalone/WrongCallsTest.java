package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong call of any verb is answered with a line that would have been right, and exit code 2; nothing is tried. */
class WrongCallsTest {
    private static final Path LAUNCHER = Path.of(System.getProperty("quitclaim.root", "../.."), "quitclaim");
    private static final Pattern PARSED = Pattern.compile(
            "(?m)^    ([a-z| -]+)\\)\\n(?:        word=file\\n)?        parse \"([^\"]*)\" \"([^\"]*)\" (\\d)");

    private record Said(int exit, String text) {}

    private static Said says(String... arguments) throws InterruptedException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int exit = Main.run(List.of(arguments), new Console(out, out));
        return new Said(exit, printed.toString(StandardCharsets.UTF_8));
    }

    private static String typed(Verb verb) {
        return verb.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "restore",
                "backup",
                "evaluate",
                "verify-certificate",
                "restore\u0020 ",
                "restore --without-ledger",
                "restore --data x",
                "restore one two",
                "up one",
                "rotate-epoch now",
                "take-over x",
                "up --prot 1",
                "up --port",
                "up --port --kek x",
                "backup x --without-ledger",
                "up -data x",
                "demo --twice",
                "restor x",
                "--help-me"
            })
    void a_wrong_call_ends_with_a_usage_line_and_code_2(String call) throws InterruptedException {
        Said said = says(call.split(" ", -1));

        assertThat(said.exit()).isEqualTo(Main.WRONG_CALL);
        assertThat(said.text()).doesNotContain("start.failed").containsAnyOf("./quitclaim ", "there are up, demo");
        assertThat(said.text().lines()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void every_verb_refuses_an_option_that_it_does_not_know(Verb verb) throws InterruptedException {
        Said said = says(typed(verb), "--no-such-option", "x");

        assertThat(said.exit()).isEqualTo(Main.WRONG_CALL);
        assertThat(said.text()).contains(typed(verb) + " does not know --no-such-option; ./quitclaim " + typed(verb));
    }

    /** The program and its launcher are two lists of one thing. */
    @Test
    void the_launcher_and_the_program_know_the_same_verbs_and_options() throws IOException {
        Map<String, List<String>> launcher = PARSED.matcher(Files.readString(LAUNCHER))
                .results()
                .flatMap(found -> Arrays.stream(found.group(1).split("\\|"))
                        .map(verb -> Map.entry(verb.strip(), List.of(found.group(2), found.group(3), found.group(4)))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(launcher.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Verb.values()).map(WrongCallsTest::typed).toList());
        for (Verb verb : Verb.values()) {
            List<String> known = launcher.getOrDefault(typed(verb), List.of("", "", ""));
            String word = known.get(2).equals("1") ? "x" : "";
            for (String option : known.get(0).split(" ")) {
                assertThat(verb.wrong(called(word, option, "value")))
                        .as(typed(verb) + option)
                        .isEmpty();
            }
            for (String flag :
                    known.get(1).isEmpty() ? new String[0] : known.get(1).split(" ")) {
                assertThat(verb.wrong(called(word, flag)))
                        .as(typed(verb) + flag)
                        .isEmpty();
            }
        }
    }

    private static List<String> called(String word, String... options) {
        List<String> call = new java.util.ArrayList<>(List.of(options));
        if (!word.isEmpty()) {
            call.add(word);
        }
        return call;
    }
}
