package org.quitclaim.face.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a decoder that a stranger's file has taken over could do. */
class SealedBoxTest {
    private static final byte[] FILE = "file".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    @BeforeEach
    void needsTheMeans() {
        SealedBox.Outcome outcome = SealedBox.run("cat", FILE, 1, SealedBox.SECONDS);
        assumeFalse(
                outcome instanceof SealedBox.Outcome.Missing,
                "bubblewrap is not installed, or may not make a box on this machine");
    }

    @AfterEach
    void nothingIsLeftBehind() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(ProcessHandle.current()
                                .descendants()
                                .filter(ProcessHandle::isAlive)
                                .flatMap(process -> process.info().command().stream())
                                .filter(command -> Stream.of("bwrap", "timeout", "/sh", "dash")
                                        .anyMatch(command::endsWith)))
                        .isEmpty());
    }

    private static String answer(String script) {
        return switch (SealedBox.run("cat > in; " + script, FILE, 1, SealedBox.SECONDS)) {
            case SealedBox.Outcome.Decoded(var bytes) -> new String(bytes, StandardCharsets.UTF_8);
            case SealedBox.Outcome other -> throw new AssertionError(other);
        };
    }

    @Test
    void itSeesNoFolderOfThisMachineAndNoEnvironment() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "do not read");
        assertThat(answer("cat " + secret + " 2>/dev/null; ls -A /tmp")).isEqualTo("in\n");
        assertThat(answer("env").lines().map(line -> line.substring(0, line.indexOf('='))))
                .isSubsetOf("PATH", "PWD", "OLDPWD", "SHLVL", "_");
        assertThat(answer("ls -A / | tr '\\n' ' '")).isEqualTo("bin dev lib lib64 tmp usr ");
    }

    @Test
    void itWritesNowhereButInItsOwnMemory() {
        assertThat(answer("touch /usr/bin/mine 2>/dev/null || echo refused; id -u >/dev/null; "
                        + "head -c 3000000 /dev/zero > /tmp/much 2>/dev/null || echo full"))
                .isEqualTo("refused\nfull\n");
    }

    @Test
    void itSeesNoOtherProcess() {
        assertThat(answer("kill -0 " + ProcessHandle.current().pid() + " 2>/dev/null || echo none"))
                .isEqualTo("none\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sleep 60", "while :; do :; done", "yes", "sleep 60 &"})
    @Timeout(15)
    void whatDoesNotEndOrNeverStopsTalkingIsEnded(String script) {
        SealedBox.Outcome outcome = SealedBox.run("cat > in; " + script, FILE, 1, 1);
        assertThat(outcome)
                .isInstanceOfAny(SealedBox.Outcome.TooMuch.class, SealedBox.Outcome.Decoded.class)
                .satisfies(ended ->
                        assertThat(ended instanceof SealedBox.Outcome.Decoded).isEqualTo(script.endsWith("&")));
    }

    /** A file that it does not even read to its end. */
    @Test
    void whoDoesNotListenIsNoFault() {
        assertThat(SealedBox.run("exit " + SealedBox.FAILED, new byte[1 << 20], 1, SealedBox.SECONDS))
                .isEqualTo(new SealedBox.Outcome.Failed());
    }
}
