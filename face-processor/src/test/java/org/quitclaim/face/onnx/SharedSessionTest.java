package org.quitclaim.face.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedSessionTest {

    @TempDir
    private Path folder;

    /** The native library frees a model under the threads that run it, and its logger at the end of the process. */
    @ParameterizedTest
    @ValueSource(strings = {"close", "exit", "exit late"})
    void aModelThatIsClosedWhileItRunsEndsNoProcess(String how) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=" + folder.resolve("crash.log"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunningModel.class.getName(),
                        System.getProperty("quitclaim.models"),
                        how))
                .redirectErrorStream(true)
                .start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(output).isZero();
        assertThat(folder.resolve("crash.log")).doesNotExist();
        if (how.equals("exit late")) {
            assertThat(output).contains("the process is ending");
        }
    }
}
