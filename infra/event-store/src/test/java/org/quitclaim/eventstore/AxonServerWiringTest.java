package org.quitclaim.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.eventstore.sample.SampleApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** What the one property changes, seen without an Axon Server: nothing listens at the address given. */
class AxonServerWiringTest {
    @TempDir
    Path data;

    @Test
    void eventsGoToTheServerAndCommandsStayHere() {
        Map<String, Object> settings =
                Map.of("quitclaim.event-store", "axon-server", "axon.axonserver.servers", "127.0.0.1:9");
        try (ConfigurableApplicationContext application = SampleApplication.start(data, settings)) {
            assertThat(application.getBean(EventStore.class)).isInstanceOf(AxonServerEventStore.class);
            assertThat(application.getBean(CommandBus.class)).isExactlyInstanceOf(SimpleCommandBus.class);
        }
    }
}
