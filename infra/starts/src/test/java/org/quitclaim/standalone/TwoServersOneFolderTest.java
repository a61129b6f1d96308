package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoServersOneFolderTest {
    @TempDir
    Path folder;

    @Test
    void aSecondProcessOnTheSameDataRefusesAndTheFirstGoesOn() throws Exception {
        String data = folder.resolve("data").toString();
        try (Server first = Running.demo(Path.of(data));
                ChildProcess second = ChildProcess.start(
                        List.of(), Main.class, folder.resolve("second"), "up", "--port", "0", "--data", data)) {
            assertThat(second.process().waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(second.process().exitValue()).isEqualTo(1);
            assertThat(second.printed())
                    .contains("quitclaim: Another Quitclaim already uses the data folder")
                    .contains("Stop it first, or choose another folder.")
                    .doesNotContain("ready at")
                    .doesNotContain("\tat ");
            assertThat(Client.visitor(first.address())
                            .get("/.well-known/jwks.json")
                            .ok())
                    .isTrue();
        }
    }

    @Test
    void whatWorksOnTheDataOfARunningServerRefusesToo() throws Exception {
        Path data = folder.resolve("data");
        ByteArrayOutputStream problems = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(problems, true, StandardCharsets.UTF_8);
        try (Server first = Running.demo(data)) {
            int exit =
                    Main.run(List.of("rebuild-read-models", "--data", data.toString()), new Console(System.out, err));
            assertThat(exit).isEqualTo(1);
            assertThat(problems.toString(StandardCharsets.UTF_8)).contains("already uses the data folder");
            assertThat(Client.visitor(first.address())
                            .get("/.well-known/jwks.json")
                            .ok())
                    .isTrue();
        }
    }
}
