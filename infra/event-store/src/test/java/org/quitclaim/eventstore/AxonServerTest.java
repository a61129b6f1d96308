package org.quitclaim.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.eventstore.sample.MeterCommand.InstallMeter;
import org.quitclaim.eventstore.sample.MeterCommand.ReadMeter;
import org.quitclaim.eventstore.sample.MeterId;
import org.quitclaim.eventstore.sample.SampleApplication;
import org.springframework.context.ConfigurableApplicationContext;

@EnabledIfEnvironmentVariable(
        named = "AXONSERVER_ADDRESS",
        matches = ".+",
        disabledReason = "AXONSERVER_ADDRESS names no Axon Server to run the story on")
class AxonServerTest {
    @TempDir
    Path data;

    @Test
    void theSameStoryRunsOnAxonServer() {
        Map<String, Object> settings = Map.of(
                "quitclaim.event-store", "axon-server", "axon.axonserver.servers", System.getenv("AXONSERVER_ADDRESS"));
        try (ConfigurableApplicationContext application = SampleApplication.start(data, settings)) {
            MeterId meter = MeterId.of(System.nanoTime());
            CommandGateway commands = application.getBean(CommandGateway.class);
            long before = application.getBean(StreamHead.class).position();
            commands.sendAndWait(new InstallMeter(meter));
            int readings = commands.sendAndWait(new ReadMeter(meter, 3));
            assertThat(readings).isEqualTo(3);
            assertThat(application.getBean(EventStore.class)).isInstanceOf(AxonServerEventStore.class);
            assertThat(application.getBean(StreamHead.class).position()).isGreaterThanOrEqualTo(before + 4);
        }
    }
}
