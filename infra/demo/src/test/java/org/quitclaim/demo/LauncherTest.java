package org.quitclaim.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher says before it starts anything. */
class LauncherTest {
    record Said(int exit, String text) {}

    @Test
    void helpNamesEveryVerb() throws Exception {
        Said help = quitclaim("help");

        assertThat(help.exit()).isZero();
        assertThat(help.text())
                .contains("demo [--once]", "up [--", "evaluate [", "rebuild-read-models")
                .contains("backup [", "restore [", "take-over", "rotate-epoch", "restore-drill");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--help", "-h"})
    void whoever_asks_for_no_verb_is_helped(String call) throws Exception {
        assertThat(quitclaim(call.isEmpty() ? new String[0] : new String[] {call}))
                .isEqualTo(quitclaim("help"));
    }

    /** Without a build, which would take minutes. */
    @ParameterizedTest
    @ValueSource(strings = {"dance", "--data", "u"})
    void aVerbThatThereIsNotIsRefusedWithThoseThereAre(String verb) throws Exception {
        Said refusal = quitclaim(verb);

        assertThat(refusal.exit()).isEqualTo(2);
        assertThat(refusal.text())
                .startsWith("quitclaim: there is no verb '" + verb + "'")
                .contains("./quitclaim up ");
    }

    private static Said quitclaim(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./quitclaim"));
        command.addAll(List.of(words));
        Process launcher = new ProcessBuilder(command)
                .directory(new java.io.File(System.getProperty("quitclaim.root")))
                .redirectErrorStream(true)
                .start();
        String text = new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(launcher.waitFor(), text);
    }
}
