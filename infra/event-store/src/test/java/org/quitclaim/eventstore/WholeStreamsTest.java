package org.quitclaim.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.eventstore.sample.MeterCommand.InstallMeter;
import org.quitclaim.eventstore.sample.MeterCommand.ReadMeter;
import org.quitclaim.eventstore.sample.MeterEvent.MeterInstalled;
import org.quitclaim.eventstore.sample.MeterEvent.MeterRead;
import org.quitclaim.eventstore.sample.MeterId;
import org.quitclaim.eventstore.sample.SampleApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Rows are deleted with plain SQL: what is left of a stream is never taken for the whole. */
class WholeStreamsTest {
    private static final MeterId METER = MeterId.of(1);

    @TempDir
    Path data;

    @Test
    void a_stream_that_lacks_its_hundredth_event_of_six_hundred_is_not_read() throws Exception {
        written(600);
        lose("sequence = 100");
        assertThatThrownBy(() -> read(0))
                .isInstanceOf(StreamDamaged.class)
                .hasMessage("A stream lacks event 100; event 101 follows on the one before it");
    }

    @Test
    void a_stream_that_lacks_a_whole_page_is_not_read() throws Exception {
        written(600);
        lose("sequence between 256 and 511");
        assertThatThrownBy(() -> read(0)).isInstanceOf(StreamDamaged.class);
    }

    @Test
    void a_stream_that_lacks_its_first_event_is_not_read() throws Exception {
        written(10);
        lose("sequence = 0");
        assertThatThrownBy(() -> read(0)).isInstanceOf(StreamDamaged.class);
    }

    @Test
    void what_follows_a_snapshot_is_read_whole_or_not_at_all() throws Exception {
        written(600);
        lose("sequence = 21");
        assertThatThrownBy(() -> read(21)).isInstanceOf(StreamDamaged.class);
        assertThat(read(22)).isEqualTo(600 - 22);
    }

    @Test
    void a_stream_of_exactly_two_pages_is_read_to_its_end() throws Exception {
        written(512);
        assertThat(read(0)).isEqualTo(512);
        assertThat(read(512)).isZero();
    }

    @Test
    void a_stream_with_an_event_that_nobody_can_read_is_damaged_and_the_fault_is_told() throws Exception {
        written(10);
        change("update events set payload = x'23' where sequence = 4");
        assertDamaged("Nobody can read event 4 of a stream");
    }

    @Test
    void an_event_of_an_unknown_type_is_damage_of_its_stream_too() throws Exception {
        written(10);
        change("update events set event_type = 'meter.rexd' where sequence = 4");
        assertDamaged("Nobody can read an event of a stream");
    }

    private void assertDamaged(String why) throws Exception {
        withEngine(engine -> {
            assertThatThrownBy(
                            () -> engine.readEvents(METER.value(), 0).asStream().count())
                    .isInstanceOf(StreamDamaged.class)
                    .hasMessage(why);
            assertThat(engine.faults().foundSince()).isTrue();
            return 0;
        });
    }

    @Test
    void nobody_reads_past_a_position_without_an_event() throws Exception {
        written(600);
        lose("position = 400");
        assertThatThrownBy(() ->
                        withEngine(engine -> engine.readEvents(null, false).count()))
                .isInstanceOf(PositionsMissing.class)
                .hasMessage("The history lacks position 400");
    }

    @Test
    void known_losses_are_passed_by_whoever_reads_everything_and_by_nobody_who_reads_the_stream() throws Exception {
        written(600);
        lose("position = 400");
        assertThat(withEngine(engine -> {
                    known(engine);
                    return engine.readEvents(null, false)
                            .filter(event -> event.getPayloadType() != UnreadableEvent.class)
                            .count();
                }))
                .isEqualTo(598);
        assertThatThrownBy(() -> withEngine(engine -> {
                    known(engine);
                    return engine.readEvents(METER.value(), 500).asStream().count();
                }))
                .isInstanceOf(StreamDamaged.class)
                .hasMessage("what is wrong");
    }

    private static void known(GroupCommitEventStorageEngine engine) {
        engine.faults()
                .are(
                        List.of(new PositionGap(400, 400)),
                        Set.of(300L),
                        Map.of(METER.value(), "what is wrong"),
                        Optional.empty());
    }

    private long read(long from) throws Exception {
        return withEngine(
                engine -> engine.readEvents(METER.value(), from).asStream().count());
    }

    private long withEngine(ToLongFunction<GroupCommitEventStorageEngine> reading) throws Exception {
        try (EventDatabase database = EventDatabase.open(data, AppendObserver.NONE)) {
            return reading.applyAsLong(GroupCommitEventStorageEngine.create(
                    database.writer(),
                    Clock.systemUTC(),
                    database::reader,
                    NoTransactionManager.instance(),
                    new StoredTypesSerializer(new StoredTypes(List.of(MeterInstalled.class, MeterRead.class))),
                    NoOpEventUpcaster.INSTANCE));
        }
    }

    private void written(int events) {
        try (ConfigurableApplicationContext application = SampleApplication.start(data)) {
            CommandGateway commands = application.getBean(CommandGateway.class);
            commands.sendAndWait(new InstallMeter(METER));
            commands.sendAndWait(new ReadMeter(METER, events - 1));
        }
    }

    private void lose(String which) throws SQLException {
        change("delete from events where " + which);
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("events.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
