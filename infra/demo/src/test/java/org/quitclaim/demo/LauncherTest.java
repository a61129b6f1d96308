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
                .contains("demo [--once]", "up [--data", "evaluate DIR", "rebuild-read-models")
                .contains("backup DIR", "restore DIR", "take-over", "rotate-epoch", "restore-drill");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dance",
                "up --colour blue",
                "up --port",
                "up --port --data x",
                "up --port high",
                "up --port 65536",
                "up here",
                "demo --kek x",
                "evaluate",
                "evaluate one two",
                "rebuild-read-models --port 1",
                "rebuild-read-models --kek pom.xml",
                "up --data pom.xml",
                "backup",
                "restore",
                "restore one two",
                "take-over here",
                "rotate-epoch now",
                "restore-drill --kek x",
                "backup here --backup-target pom.xml"
            })
    void aWrongCallIsRefusedWithTheRightOne(String call) throws Exception {
        Said refusal = quitclaim(call.split(" "));

        assertThat(refusal.exit()).isEqualTo(2);
        assertThat(refusal.text()).startsWith("quitclaim: ").contains("./quitclaim ");
    }

    @Test
    void aRefusalShowsTheUsageOfThatVerbOnly() throws Exception {
        assertThat(quitclaim("up", "--port", "high").text())
                .contains("--port takes a number", "./quitclaim up")
                .doesNotContain("./quitclaim demo");
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
