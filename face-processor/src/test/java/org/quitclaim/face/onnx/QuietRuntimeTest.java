package org.quitclaim.face.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;

class QuietRuntimeTest {

    @TempDir
    private Path home;

    /** With its telemetry on, the runtime leaves a device id below the home folder and dies of the long command line. */
    @Test
    @Requirement("R74")
    void startingTheRuntimeLeavesNoDeviceIdAndSurvivesALongCommandLine() throws IOException, InterruptedException {
        Process child = child();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(output).isZero();
        assertThat(output).contains("started");
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private Process child() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:-CreateCoredumpOnCrash",
                "-cp",
                System.getProperty("java.class.path"),
                LongStart.class.getName(),
                "x".repeat(20_000)));
        builder.environment().put("HOME", home.toString());
        builder.environment().remove("XDG_CACHE_HOME");
        builder.environment().remove("CI");
        builder.environment().remove(QuietRuntime.SWITCH);
        return builder.redirectErrorStream(true).start();
    }
}
