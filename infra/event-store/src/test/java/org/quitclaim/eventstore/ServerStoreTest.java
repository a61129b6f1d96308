package org.quitclaim.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.eventstore.axonserver.AxonServerStandIn;
import org.quitclaim.eventstore.axonserver.AxonServerStandIn.BreakOff;
import org.quitclaim.eventstore.sample.MeterCommand.InstallMeter;
import org.quitclaim.eventstore.sample.MeterCommand.ReadMeter;
import org.quitclaim.eventstore.sample.MeterEvent.MeterInstalled;
import org.quitclaim.eventstore.sample.MeterId;
import org.quitclaim.eventstore.sample.SampleApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** What the one property changes, over the {@link AxonServerStandIn}. */
class ServerStoreTest {
    private static final MeterId METER = MeterId.of(1);

    @TempDir
    Path data;

    private final AxonServerStandIn server = AxonServerStandIn.start();
    private ConfigurableApplicationContext application;

    @BeforeEach
    void start() {
        application = started();
    }

    @AfterEach
    void stop() {
        application.close();
        server.close();
    }

    private ConfigurableApplicationContext started(Class<?>... more) {
        return SampleApplication.start(data, settings(server.address()), more);
    }

    private static Map<String, Object> settings(String address) {
        return Map.of(
                "quitclaim.event-store",
                "axon-server",
                "axon.axonserver.servers",
                address,
                "axon.axonserver.reconnect-interval",
                100);
    }

    private void startedAgain(Class<?>... more) {
        application.close();
        application = started(more);
    }

    private CommandGateway commands() {
        return application.getBean(CommandGateway.class);
    }

    private EventStore events() {
        return application.getBean(EventStore.class);
    }

    private long head() {
        return application.getBean(StreamHead.class).position();
    }

    @Test
    void eventsGoToTheServerAndCommandsAndQueriesStayHere() {
        commands().sendAndWait(new InstallMeter(METER));
        assertThat(server.events()).isEqualTo(1);
        assertThat(events()).isInstanceOf(AxonServerEventStore.class);
        assertThat(application.getBean(CommandBus.class)).isExactlyInstanceOf(ServerCommandBus.class);
        assertThat(application.getBean(QueryBus.class)).isExactlyInstanceOf(SimpleQueryBus.class);
    }

    @Test
    void positionsCountFromOneAsOnAnyStore() throws InterruptedException {
        assertThat(head()).isZero();
        commands().sendAndWait(new InstallMeter(METER));
        assertThat(head()).isEqualTo(1);
        commands().sendAndWait(new ReadMeter(METER, 2));
        assertThat(head()).isEqualTo(3);
        assertThat(position(StreamPosition.token(0, events()))).isEqualTo(1);
        assertThat(position(StreamPosition.token(1, events()))).isEqualTo(2);
        assertThat(position(StreamPosition.token(2, events()))).isEqualTo(3);
    }

    /** Of the event that follows the token. */
    private long position(@Nullable TrackingToken token) throws InterruptedException {
        try (BlockingStream<TrackedEventMessage<?>> stream = events().openStream(token)) {
            assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
            return StreamPosition.of(stream.nextAvailable().trackingToken());
        }
    }

    @Test
    void whatAnotherProcessStoredFirstIsAConflictAndNothingIsStoredTwice() throws Exception {
        commands().sendAndWait(new InstallMeter(METER));
        assertThatThrownBy(() -> commands().sendAndWait(new InstallMeter(METER)))
                .isInstanceOf(ConcurrencyException.class);
        AtomicInteger stored = new AtomicInteger();
        AtomicInteger conflicts = new AtomicInteger();
        try (ConfigurableApplicationContext other =
                        SampleApplication.start(data.resolveSibling("other"), settings(server.address()));
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Object>> both = List.of(
                    () -> readUntilAConflict(commands(), stored, conflicts),
                    () -> readUntilAConflict(other.getBean(CommandGateway.class), stored, conflicts));
            for (Future<Object> one : threads.invokeAll(both)) {
                one.get();
            }
        }
        assertThat(conflicts).hasPositiveValue();
        assertThat(events().readEvents(METER.value(), 0).asStream()).hasSize(1 + stored.get());
    }

    private static Object readUntilAConflict(CommandGateway commands, AtomicInteger stored, AtomicInteger conflicts) {
        while (conflicts.get() == 0) {
            try {
                commands.sendAndWait(new ReadMeter(METER, 1));
                stored.incrementAndGet();
            } catch (ConcurrencyException e) {
                conflicts.incrementAndGet();
            }
        }
        return conflicts;
    }

    @Test
    void an_append_that_does_not_say_who_acted_is_refused_and_stores_nothing() {
        UnattributedAppends.all(METER)
                .forEach(append ->
                        assertThatThrownBy(() -> events().publish(append)).isInstanceOf(UnattributedEvent.class));
        assertThat(server.events()).isZero();
    }

    @Test
    void whatTheFileWouldRefuseIsRefusedHereToo() {
        Map<String, ?> tooMuch =
                SampleApplication.SOMEBODY.metaData().and("much", "x".repeat(EventRow.MAX_EVENT_BYTES));
        assertThatThrownBy(() -> events().publish(new GenericDomainEventMessage<>(
                        "meter", METER.value(), 0, new MeterInstalled(METER, Instant.EPOCH, LocalDate.EPOCH), tooMuch)))
                .isInstanceOf(EventTooLarge.class);
        assertThatThrownBy(() -> events().publish(GenericEventMessage.asEventMessage("of no stream")
                        .andMetaData(SampleApplication.SOMEBODY.metaData())))
                .isInstanceOf(EventStoreException.class);
        assertThat(server.events()).isZero();
    }

    @Test
    void aSnapshotLiesUnderAStableWordAndIsUsed() {
        commands().sendAndWait(new InstallMeter(METER));
        for (int i = 0; i < 25; i++) {
            commands().sendAndWait(new ReadMeter(METER, 1));
        }
        await().untilAsserted(
                        () -> assertThat(server.snapshotTypes()).isNotEmpty().containsOnly("meter.snapshot"));
        assertThat(events().readEvents(METER.value()).peek().getSequenceNumber())
                .isPositive();
        assertThat(server.lastReadFrom(METER.value())).isPositive();
    }

    @Test
    void aSnapshotOfAnotherProcessIsPassedOver() {
        commands().sendAndWait(new InstallMeter(METER));
        for (int i = 0; i < 25; i++) {
            commands().sendAndWait(new ReadMeter(METER, 1));
        }
        await().untilAsserted(() -> assertThat(server.snapshotTypes()).isNotEmpty());
        startedAgain();
        int readings = commands().sendAndWait(new ReadMeter(METER, 1));
        assertThat(readings).isEqualTo(26);
        assertThat(server.lastReadFrom(METER.value())).isZero();
    }

    @Test
    void aSnapshotOfAnotherRevisionIsPassedOver() {
        commands().sendAndWait(new InstallMeter(METER));
        for (int i = 0; i < 25; i++) {
            commands().sendAndWait(new ReadMeter(METER, 1));
        }
        await().untilAsserted(() -> assertThat(server.snapshotTypes()).isNotEmpty());
        server.lowerSnapshotRevisions();
        int readings = commands().sendAndWait(new ReadMeter(METER, 1));
        assertThat(readings).isEqualTo(26);
        assertThat(server.lastReadFrom(METER.value())).isZero();
    }

    @Test
    void a_stream_that_lacks_an_event_is_not_read_and_the_fault_is_told() {
        written();
        server.lose(METER.value(), 3);
        assertNotRead("A stream lacks event 3; event 4 follows on the one before it", 0);
        assertThatThrownBy(() -> events().readEvents(METER.value()).asStream().count())
                .isInstanceOf(StreamDamaged.class);
    }

    @Test
    void a_stream_that_ends_before_the_highest_sequence_is_not_read() {
        written();
        server.lose(METER.value(), 5);
        assertNotRead("A stream lacks event 5; it ends before event 5, which it had", 0);
        assertNotRead("A stream lacks event 5; it ends before event 5, which it had", 5);
    }

    @Test
    void a_stream_that_lacks_its_first_event_is_not_read() {
        written();
        server.lose(METER.value(), 0);
        assertNotRead("A stream lacks event 0; event 1 follows on the one before it", 0);
    }

    @Test
    void a_stream_with_an_event_that_nobody_can_read_is_damaged() {
        written();
        server.spoil(METER.value(), 2);
        assertNotRead("Nobody can read event 2 of a stream", 0);
    }

    @Test
    void a_snapshot_that_nobody_can_read_is_passed_over() {
        commands().sendAndWait(new InstallMeter(METER));
        for (int i = 0; i < 25; i++) {
            commands().sendAndWait(new ReadMeter(METER, 1));
        }
        await().untilAsserted(() -> assertThat(server.snapshotTypes()).isNotEmpty());
        server.spoilSnapshots();
        startedAgain();
        int readings = commands().sendAndWait(new ReadMeter(METER, 1));
        assertThat(readings).isEqualTo(26);
        assertThat(server.lastReadFrom(METER.value())).isZero();
        assertThat(application.getBean(HistoryFaults.class).foundSince()).isFalse();
    }

    @Test
    void a_stream_that_ends_before_its_snapshot_is_not_read() {
        commands().sendAndWait(new InstallMeter(METER));
        commands().sendAndWait(new ReadMeter(METER, 25));
        commands().sendAndWait(new ReadMeter(METER, 1));
        await().untilAsserted(() -> assertThat(server.snapshotTypes()).isNotEmpty());
        startedAgain();
        server.forgetFrom(METER.value(), 5);
        assertThatThrownBy(() -> events().readEvents(METER.value()).asStream().count())
                .isInstanceOf(StreamDamaged.class)
                .hasMessageContaining("A stream lacks event 5; it ends before event");
        assertThat(application.getBean(HistoryFaults.class).foundSince()).isTrue();
    }

    /** Six events. */
    private void written() {
        commands().sendAndWait(new InstallMeter(METER));
        commands().sendAndWait(new ReadMeter(METER, 5));
        assertThat(events().readEvents(METER.value(), 0).asStream()).hasSize(6);
        assertThat(events().readEvents(METER.value(), 6).asStream()).isEmpty();
        assertThat(application.getBean(HistoryFaults.class).foundSince()).isFalse();
    }

    private void assertNotRead(String why, long first) {
        assertThatThrownBy(() ->
                        events().readEvents(METER.value(), first).asStream().count())
                .isInstanceOf(StreamDamaged.class)
                .hasMessage(why);
        assertThat(application.getBean(HistoryFaults.class).foundSince()).isTrue();
    }

    @Test
    void eventsCarryTheTimeOfTheGivenClock() {
        application.close();
        application = started(StartUpTest.SlowClock.class);
        commands().sendAndWait(new InstallMeter(METER));
        assertThat(StartUpTest.recordedAt(application, METER)).isEqualTo("2020-01-01T00:00:00Z");
    }

    @Test
    void aClockBehindTheLastEventIsRefused() {
        commands().sendAndWait(new InstallMeter(METER));
        application.close();
        assertThatThrownBy(() -> started(StartUpTest.SlowClock.class))
                .rootCause()
                .hasMessageContaining("start.clock-behind-events");
    }

    @Test
    void aServerThatDoesNotAnswerIsRefusedInWords() {
        application.close();
        server.stop();
        assertThatThrownBy(this::started)
                .hasStackTraceContaining("Axon Server does not answer at " + server.address())
                .hasStackTraceContaining("start.axon-server-away");
    }

    @ParameterizedTest
    @EnumSource(
            value = BreakOff.class,
            names = {"BEFORE_STORING", "AFTER_STORING"})
    void anAppendThatBreaksOffIsNotAcknowledgedAndTheStoreIsUsedAgainWhenItIsBack(BreakOff moment)
            throws InterruptedException {
        commands().sendAndWait(new InstallMeter(METER));
        server.breakOffNextAppend(moment);
        assertThatThrownBy(() -> commands().sendAndWait(new ReadMeter(METER, 1)))
                .isNotInstanceOf(ConcurrencyException.class);
        assertThat(server.isAway()).isTrue();
        server.startAgain();
        int before = moment == BreakOff.AFTER_STORING ? 1 : 0;
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(head()).isEqualTo(1 + before));
        int readings = commands().sendAndWait(new ReadMeter(METER, 1));
        assertThat(readings).isEqualTo(before + 1);
    }
}
