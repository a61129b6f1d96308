package org.quitclaim.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.eventstore.sample.MeterCommand.InstallMeter;
import org.quitclaim.eventstore.sample.MeterCommand.ReadMeter;
import org.quitclaim.eventstore.sample.MeterEvent;
import org.quitclaim.eventstore.sample.MeterId;
import org.quitclaim.eventstore.sample.SampleApplication;
import org.springframework.context.ConfigurableApplicationContext;

class ProcessingTest {
    private static final List<MeterEvent> SEEN = new CopyOnWriteArrayList<>();

    @TempDir
    Path data;

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @ProcessingGroup("policy")
    static final class Policy {
        @EventHandler
        void on(MeterEvent event) {
            SEEN.add(event);
        }
    }

    @Test
    void aPolicySeesEveryEventOnceAcrossARestart() {
        MeterId meter = MeterId.of(1);
        try (ConfigurableApplicationContext application = SampleApplication.start(data)) {
            application.getBean(CommandGateway.class).sendAndWait(new InstallMeter(meter));
        }
        try (ConfigurableApplicationContext application = SampleApplication.start(data, Policy.class)) {
            application.getBean(CommandGateway.class).sendAndWait(new ReadMeter(meter, 3));
            await().until(() -> SEEN.size() == 4 && position(application) == 4);
        }
        try (ConfigurableApplicationContext application = SampleApplication.start(data, Policy.class)) {
            application.getBean(CommandGateway.class).sendAndWait(new ReadMeter(meter, 1));
            await().until(() -> position(application) == 5);
        }
        assertThat(SEEN).hasSize(5);
    }

    @Test
    void aProcessorThatIsResetReplaysToTheEndThoughItsTokenIsAReplayToken() {
        try (ConfigurableApplicationContext application = SampleApplication.start(data, Policy.class)) {
            CommandGateway commands = application.getBean(CommandGateway.class);
            commands.sendAndWait(new InstallMeter(MeterId.of(1)));
            commands.sendAndWait(new ReadMeter(MeterId.of(1), 3));
            await().until(() -> position(application) == 4);
            PooledStreamingEventProcessor processor = processor(application);
            processor.shutDown();
            processor.resetTokens();
            processor.start();
            await().atMost(Duration.ofSeconds(20)).until(() -> SEEN.size() == 8 && position(application) == 4);
        }
    }

    @Test
    void aReplayTokenIsReadBack() {
        Serializer serializer = TokenSerializers.create();
        TrackingToken token = ReplayToken.createReplayToken(new GapAwareTrackingToken(9, List.of(3L)), null);
        SerializedObject<byte[]> stored = serializer.serialize(token, byte[].class);
        assertThat((Object) serializer.deserialize(stored)).isEqualTo(token);
    }

    private static PooledStreamingEventProcessor processor(ConfigurableApplicationContext application) {
        return application
                .getBean(EventProcessingConfiguration.class)
                .eventProcessor("policy", PooledStreamingEventProcessor.class)
                .orElseThrow();
    }

    private static long position(ConfigurableApplicationContext application) {
        return processor(application).processingStatus().values().stream()
                .filter(status -> !status.isErrorState())
                .map(EventTrackerStatus::getCurrentPosition)
                .mapToLong(position -> position.orElse(0))
                .findFirst()
                .orElse(-1);
    }
}
