package org.quitclaim.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.eventstore.sample.MeterCommand.InstallMeter;
import org.quitclaim.eventstore.sample.MeterCommand.ReadMeter;
import org.quitclaim.eventstore.sample.MeterId;
import org.quitclaim.eventstore.sample.SampleApplication;
import org.springframework.context.ConfigurableApplicationContext;

class KilledUnderLoadTest {
    private static final int KILLS = 5;
    private static final int THREADS = 8;

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostWhenTheProcessIsKilled() throws Exception {
        Path data = folder.resolve("data");
        Set<String> acknowledged = new HashSet<>();
        for (int run = 0; run < KILLS; run++) {
            Path output = folder.resolve("run-" + run);
            Process process =
                    SampleProcess.start(Load.class, List.of(), output, data.toString(), Integer.toString(run));
            try {
                int enough = 200 + 300 * run;
                await().atMost(Duration.ofSeconds(60)).until(() -> lines(output).size() > enough || !process.isAlive());
            } finally {
                process.destroyForcibly().waitFor();
            }
            acknowledged.addAll(lines(output));
            assertThat(acknowledged).hasSizeGreaterThan(200 * (run + 1));
        }
        try (ConfigurableApplicationContext application = SampleApplication.start(data)) {
            EventStore events = application.getBean(EventStore.class);
            Set<String> lost = acknowledged.stream()
                    .filter(id -> events.readEvents(id).asStream().count() != 3)
                    .collect(Collectors.toSet());
            assertThat(lost).isEmpty();
        }
    }

    /** Whole lines only: the last one may have been cut by the kill. */
    private static List<String> lines(Path output) throws java.io.IOException {
        return Files.readString(output)
                .lines()
                .filter(line -> line.startsWith("ok mtr_") && line.length() == 33)
                .map(line -> line.substring(3))
                .toList();
    }

    /** Appends as fast as it can and prints each stream once all of it was acknowledged. */
    static final class Load {
        public static void main(String[] arguments) {
            // a test that is killed itself leaves no load behind
            ProcessHandle.current()
                    .parent()
                    .ifPresent(test ->
                            test.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
            ConfigurableApplicationContext application = SampleApplication.start(Path.of(arguments[0]));
            CommandGateway commands = application.getBean(CommandGateway.class);
            int run = Integer.parseInt(arguments[1]);
            for (int thread = 0; thread < THREADS; thread++) {
                long first = (run * THREADS + thread) * 1_000_000L;
                Executors.newSingleThreadExecutor().execute(() -> {
                    for (long number = first; ; number++) {
                        MeterId meter = MeterId.of(number);
                        commands.sendAndWait(new InstallMeter(meter));
                        commands.sendAndWait(new ReadMeter(meter, 2));
                        System.out.println("ok " + meter.value());
                    }
                });
            }
        }
    }
}
