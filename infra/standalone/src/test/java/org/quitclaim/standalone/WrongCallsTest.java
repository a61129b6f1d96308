package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A wrong call of any verb is answered with a line that would have been right, and exit code 2; nothing is tried. */
class WrongCallsTest {
    private record Said(int exit, String text) {}

    private static Said says(String... arguments) throws InterruptedException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int exit = Main.run(List.of(arguments), new Console(out, out));
        return new Said(exit, printed.toString(StandardCharsets.UTF_8));
    }

    static Set<String> verbs() {
        return Verbs.all().getSubcommands().keySet();
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
                "evaluate one two",
                "up one",
                "rotate-epoch now",
                "take-over x",
                "up --prot 1",
                "up --port",
                "up --port --kek x",
                "up --port --no-such-option",
                "up --port high",
                "up --port 65536",
                "up --port -1",
                "up --data pom.xml",
                "up --data= x",
                "up @pom.xml",
                "backup x --backup-target pom.xml",
                "verify-certificate x --keys target",
                "rebuild-read-models --port 1",
                "rebuild-read-models --kek pom.xml",
                "backup x --without-ledger",
                "up -data x",
                "restor x",
                "--help-me"
            })
    void a_wrong_call_ends_with_a_usage_line_and_code_2(String call) throws InterruptedException {
        Said said = says(call.split(" ", -1));

        assertThat(said.exit()).isEqualTo(Main.WRONG_CALL);
        assertThat(said.text())
                .doesNotContain("start.failed")
                .containsAnyOf("./quitclaim ", "there are up, check-history");
        assertThat(said.text().lines()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void every_verb_refuses_an_option_that_it_does_not_know(String verb) throws InterruptedException {
        Said said = says(verb, "--no-such-option", "x");

        assertThat(said.exit()).isEqualTo(Main.WRONG_CALL);
        assertThat(said.text())
                .startsWith("quitclaim: " + verb + " does not know --no-such-option")
                .contains("; ./quitclaim " + verb);
    }

    @ParameterizedTest
    @CsvSource({
        "up --prot 1, --port",
        "rotate-epoch --new-backup-taget, --new-backup-target",
        "verify-certificate x --cod 1, --code",
        "restor x, restore",
        "chek-history, check-history"
    })
    void what_is_mistyped_is_answered_with_the_nearest_there_is(String call, String meant) throws InterruptedException {
        assertThat(says(call.split(" ")).text()).contains("do you mean " + meant + "?");
    }

    /** What scripts and units call today. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "up --data d --port 0 --kek k --backup-target b --new-backup-target --whole-streams-only --clock-is-right",
                "check-history --data d",
                "evaluate DIR --report r --false-positive-rate 0.01",
                "verify-certificate FILE --code c --keys pom.xml --data d",
                "rebuild-read-models --data d --kek k --backup-target b",
                "rebuild-work --data d --kek k --backup-target b",
                "backup DIR --data d --kek k --backup-target b",
                "backup --data d DIR",
                "restore DIR --without-ledger --data d --kek k --backup-target b",
                "take-over --data d --kek k --backup-target b",
                "rotate-epoch --data d --kek k --backup-target b --new-backup-target",
                "up --data first --data d"
            })
    void every_documented_option_is_known(String call) {
        CommandLine line = Verbs.all();
        line.parseArgs(call.split(" "));
        Options options = told(line, call.split(" ")[0]);

        assertThat(options.data()).isEqualTo(Path.of(call.contains("--data") ? "d" : "quitclaim-data"));
        assertThat(options.settings().get("quitclaim.vault.kek")).isEqualTo(call.contains("--kek") ? "k" : null);
        assertThat(options.settings().get("quitclaim.vault.backup-target"))
                .isEqualTo(call.contains("--backup-target b") ? "b" : null);
    }

    @Test
    void what_a_start_is_told_reaches_the_server_as_settings() {
        CommandLine line = Verbs.all();
        line.parseArgs("up", "--port", "0", "--whole-streams-only", "--new-backup-target", "--clock-is-right");
        Options told = told(line, "up");

        assertThat(Server.settings(told))
                .containsEntry("server.port", 0)
                .containsEntry("quitclaim.data", "quitclaim-data")
                .containsEntry("quitclaim.whole-streams-only", true)
                .containsEntry("quitclaim.vault.new-backup-target", true)
                .containsEntry("quitclaim.clock-is-right", true)
                .hasSize(5);
        assertThat(Server.settings(Options.on(Path.of("d"))))
                .containsEntry("server.port", 8080)
                .hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void help_of_a_verb_names_each_of_its_options(String verb) throws InterruptedException {
        Said said = says(verb, "--help");

        assertThat(said.exit()).isZero();
        assertThat(said.text())
                .startsWith("Usage: ./quitclaim " + verb)
                .contains(verb.equals("evaluate") ? "--report FILE" : "--data DIR");
    }

    private static Options told(CommandLine line, String verb) {
        return Objects.requireNonNull(line.getSubcommands().get(verb))
                .<Verb>getCommand()
                .options();
    }
}
