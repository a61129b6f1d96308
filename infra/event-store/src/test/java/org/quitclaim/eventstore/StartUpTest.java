package org.quitclaim.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.eventstore.sample.MeterCommand.InstallMeter;
import org.quitclaim.eventstore.sample.MeterEvent;
import org.quitclaim.eventstore.sample.MeterId;
import org.quitclaim.eventstore.sample.SampleApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

class StartUpTest {
    @TempDir
    Path data;

    @TempDir
    Path outputs;

    @Test
    void aSecondHolderOfTheDataFolderIsRefused() throws Exception {
        try (DataFolderLock first = DataFolderLock.acquire(data)) {
            assertThatThrownBy(() -> DataFolderLock.acquire(data))
                    .isInstanceOf(RefusedStart.class)
                    .hasMessageContaining(first.folder().toString())
                    .extracting(refused -> ((RefusedStart) refused).code())
                    .isEqualTo("start.data-folder-in-use");
        }
        DataFolderLock.acquire(data).close();
    }

    @Test
    void aSecondProcessOnTheDataFolderIsRefusedUntilTheFirstIsGone() throws Exception {
        Path output = outputs.resolve("first.txt");
        Process first = SampleProcess.start(Holder.class, List.of(), output, data.toString());
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> Files.readString(output).contains("held"));
            assertThatThrownBy(() -> SampleApplication.start(data))
                    .hasRootCauseInstanceOf(RefusedStart.class)
                    .hasRootCauseMessage("Another Quitclaim already uses the data folder " + data.toRealPath()
                            + ". Stop it first, or choose another folder. [start.data-folder-in-use]");
        } finally {
            first.destroyForcibly().waitFor();
        }
        SampleApplication.start(data).close();
    }

    /** Takes the lock and keeps it. */
    static final class Holder {
        public static void main(String[] arguments) throws InterruptedException {
            DataFolderLock lock = DataFolderLock.acquire(Path.of(arguments[0]));
            System.out.println("held " + lock.folder());
            Thread.currentThread().join();
        }
    }

    @Test
    void aClockBehindTheLastEventIsRefused() {
        try (ConfigurableApplicationContext application = SampleApplication.start(data)) {
            application.getBean(CommandGateway.class).sendAndWait(new InstallMeter(MeterId.of(1)));
        }
        assertThatThrownBy(() -> SampleApplication.start(data, SlowClock.class))
                .rootCause()
                .hasMessageContaining("start.clock-behind-events");
        SampleApplication.start(data).close();
    }

    static final class SlowClock {
        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2020-01-01T00:00:00Z"), ZoneOffset.UTC);
        }
    }

    /** Of the clock of its own application, whatever others in the same process use. */
    @Test
    void eventsCarryTheTimeOfTheGivenClock() {
        try (ConfigurableApplicationContext slow = SampleApplication.start(data, SlowClock.class);
                ConfigurableApplicationContext other = SampleApplication.start(data.resolve("other"))) {
            MeterId meter = MeterId.of(1);
            slow.getBean(CommandGateway.class).sendAndWait(new InstallMeter(meter));
            other.getBean(CommandGateway.class).sendAndWait(new InstallMeter(meter));
            assertThat(recordedAt(slow, meter)).isEqualTo("2020-01-01T00:00:00Z");
            assertThat(recordedAt(other, meter)).isAfter("2026-01-01T00:00:00Z");
        }
    }

    static Instant recordedAt(ConfigurableApplicationContext application, MeterId meter) {
        return application
                .getBean(EventStore.class)
                .readEvents(meter.value())
                .next()
                .getTimestamp();
    }

    @Test
    void aForeignEventStorageEngineIsRefused() {
        assertRefused(ForeignEngine.class, "there are 2 beans of EventStorageEngine");
    }

    static final class ForeignEngine {
        @Bean
        @Primary
        EventStorageEngine forgetful() {
            return new InMemoryEventStorageEngine();
        }
    }

    @Test
    void aForeignTransactionManagerIsRefused() {
        assertRefused(ForeignTransactions.class, "the transaction manager is");
    }

    static final class ForeignTransactions {
        @Bean
        @Primary
        TransactionManager foreign() {
            return NoTransactionManager.instance();
        }
    }

    @Test
    void aSubscribingProcessorIsRefused() {
        assertRefused(Subscriber.class, "processor vetoes is subscribing");
    }

    @ProcessingGroup("vetoes")
    static final class Subscriber {
        @EventHandler
        void on(MeterEvent event) {}

        @Bean
        ConfigurerModule subscribing() {
            return configurer -> configurer.eventProcessing().registerSubscribingEventProcessor("vetoes");
        }
    }

    private void assertRefused(Class<?> wiring, String why) {
        assertThatThrownBy(() -> SampleApplication.start(data, wiring).close())
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining(why)
                .hasMessageContaining("start.wrong-wiring");
    }
}
