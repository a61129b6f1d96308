package org.quitclaim.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.eventstore.sample.MeterCommand.InstallMeter;
import org.quitclaim.eventstore.sample.MeterId;
import org.quitclaim.eventstore.sample.SampleApplication;

class EgressTest {
    @TempDir
    Path folder;

    /** A process of its own: Axon keeps quiet where it sees a test framework. */
    @Test
    @Requirement("R74")
    void noForeignHostIsLookedUp() throws Exception {
        Path output = folder.resolve("output");
        Process process = SampleProcess.start(
                Quiet.class, List.of(), output, folder.resolve("data").toString());
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive());
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(Files.readString(output))
                .contains("works")
                .contains("looked up canary.invalid")
                .doesNotContain("axoniq");
        assertThat(Files.readAllLines(output).stream().filter(line -> line.startsWith("looked up")))
                .containsExactly("looked up canary.invalid");
    }

    /** Starts, works, stays long enough for a call home to begin, and shows last that a look-up would be seen. */
    static final class Quiet {
        private static final Duration LONGER_THAN_A_CALL_HOME_WAITS = Duration.ofSeconds(3);

        public static void main(String[] arguments) throws InterruptedException {
            try (var application = SampleApplication.start(Path.of(arguments[0]))) {
                application.getBean(CommandGateway.class).sendAndWait(new InstallMeter(MeterId.of(1)));
                System.out.println("works");
                Thread.sleep(LONGER_THAN_A_CALL_HOME_WAITS);
            }
            java.net.InetSocketAddress canary = new java.net.InetSocketAddress("canary.invalid", 1);
            System.exit(canary.isUnresolved() ? 0 : 1);
        }
    }
}
