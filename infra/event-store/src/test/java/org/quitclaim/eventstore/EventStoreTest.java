package org.quitclaim.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.eventstore.sample.MeterCommand.InstallMeter;
import org.quitclaim.eventstore.sample.MeterCommand.ReadMeter;
import org.quitclaim.eventstore.sample.MeterId;
import org.quitclaim.eventstore.sample.SampleApplication;
import org.springframework.context.ConfigurableApplicationContext;

class EventStoreTest {
    private static final MeterId METER = MeterId.of(1);

    @TempDir
    Path data;

    @Test
    void whatWasAppendedIsReadBackAfterARestart() {
        try (ConfigurableApplicationContext first = SampleApplication.start(data)) {
            CommandGateway commands = first.getBean(CommandGateway.class);
            assertThat(first.getBean(StreamHead.class).position()).isZero();
            commands.sendAndWait(new InstallMeter(METER));
            commands.sendAndWait(new ReadMeter(METER, 3));
            assertThat(first.getBean(StreamHead.class).position()).isEqualTo(4);
        }
        try (ConfigurableApplicationContext second = SampleApplication.start(data)) {
            int readings = second.getBean(CommandGateway.class).sendAndWait(new ReadMeter(METER, 1));
            assertThat(readings).isEqualTo(4);
            assertThat(second.getBean(EventStore.class)
                            .readEvents(METER.value())
                            .asStream())
                    .hasSize(5);
        }
    }

    @Test
    void stableWordsAndNoClassNamesLieOnDisk() throws SQLException {
        try (ConfigurableApplicationContext application = SampleApplication.start(data)) {
            CommandGateway commands = application.getBean(CommandGateway.class);
            commands.sendAndWait(new InstallMeter(METER));
            commands.sendAndWait(new ReadMeter(METER, 1));
        }
        assertThat(rows("select stream_type || ' ' || event_type || '/' || event_revision || ' ' ||"
                        + " cast(payload as text) from events"))
                .containsExactly(
                        "meter meter.installed/1 {\"meter\":\"" + METER.value()
                                + "\",\"at\":\"2026-11-23T12:00:00Z\",\"on\":\"2026-11-23\"}",
                        "meter meter.read/1 {\"meter\":\"" + METER.value()
                                + "\",\"at\":\"2026-11-23T12:00:00Z\",\"generation\":1,\"unit\":{\"kind\":\"kilowatt-hours\",\"perTick\":1}}");
    }

    @Test
    void metadataIsAnObjectOfPlainValues() throws SQLException {
        try (ConfigurableApplicationContext application = SampleApplication.start(data)) {
            application.getBean(CommandGateway.class).sendAndWait(new InstallMeter(METER));
        }
        assertThat(DomainJson.strictMapper()
                        .readValue(
                                rows("select cast(metadata as text) from events")
                                        .getFirst(),
                                Map.class))
                .isEqualTo(Map.copyOf(SampleApplication.SOMEBODY.metaData()));
    }

    @Test
    @Requirement("R84")
    void an_append_that_does_not_say_who_acted_is_refused_and_stores_nothing() throws SQLException {
        try (ConfigurableApplicationContext application = SampleApplication.start(data)) {
            EventStore events = application.getBean(EventStore.class);
            UnattributedAppends.all(METER)
                    .forEach(append ->
                            assertThatThrownBy(() -> events.publish(append)).isInstanceOf(UnattributedEvent.class));
            assertThat(application.getBean(StreamHead.class).position()).isZero();
        }
        assertThat(rows("select count(*) from events")).containsExactly("0");
    }

    @Test
    void aSecondStreamUnderTheSameIdIsRefused() {
        try (ConfigurableApplicationContext application = SampleApplication.start(data)) {
            CommandGateway commands = application.getBean(CommandGateway.class);
            commands.sendAndWait(new InstallMeter(METER));
            assertThatThrownBy(() -> commands.sendAndWait(new InstallMeter(METER)))
                    .isInstanceOf(AggregateStreamCreationException.class);
            commands.sendAndWait(new ReadMeter(METER, 1));
            assertThat(application.getBean(StreamHead.class).position()).isEqualTo(2);
        }
    }

    @Test
    void ofManyConcurrentCreationsExactlyOneIsStoredAndTheOthersOfTheGroupAreUnharmed() throws Exception {
        try (ConfigurableApplicationContext application = SampleApplication.start(data);
                ExecutorService threads = Executors.newFixedThreadPool(16)) {
            CommandGateway commands = application.getBean(CommandGateway.class);
            List<Callable<Object>> attempts = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                MeterId id = MeterId.of(100 + i / 4);
                attempts.add(() -> commands.sendAndWait(new InstallMeter(id)));
            }
            int refused = 0;
            for (Future<Object> attempt : threads.invokeAll(attempts)) {
                refused += attempt.state() == Future.State.FAILED ? 1 : 0;
            }
            assertThat(refused).isEqualTo(300);
            assertThat(application.getBean(StreamHead.class).position()).isEqualTo(100);
        }
        assertThat(rows("select max(position) || ' ' || count(*) from events")).containsExactly("100 100");
    }

    /** It says what nothing else in the file says, so it would allow again what somebody took back. */
    @Test
    void aSnapshotIsUsedByTheProcessThatMadeItAndByNoOther() throws SQLException {
        try (ConfigurableApplicationContext application = SampleApplication.start(data)) {
            CommandGateway commands = application.getBean(CommandGateway.class);
            commands.sendAndWait(new InstallMeter(METER));
            for (int i = 0; i < 25; i++) {
                commands.sendAndWait(new ReadMeter(METER, 1));
            }
            assertThat(rows("select count(*) || stream_type || event_type || event_revision from snapshots"))
                    .containsExactly("1metermeter.snapshot1");
            EventStore events = application.getBean(EventStore.class);
            assertThat(events.readEvents(METER.value()).peek().getSequenceNumber())
                    .as("what it made itself")
                    .isPositive();
        }
        change("update snapshots set payload = replace(cast(payload as text), '\"readings\":', '\"readings\":7')");
        try (ConfigurableApplicationContext application = SampleApplication.start(data)) {
            int readings = application.getBean(CommandGateway.class).sendAndWait(new ReadMeter(METER, 1));
            assertThat(readings).isEqualTo(26);
        }
    }

    @Test
    void a_history_that_cannot_be_read_stops_the_start() throws SQLException {
        try (ConfigurableApplicationContext application = SampleApplication.start(data)) {
            application.getBean(CommandGateway.class).sendAndWait(new InstallMeter(METER));
        }
        change("update events set event_revision = '2'");
        assertThatThrownBy(() -> SampleApplication.start(data).close())
                .rootCause()
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining("meter.installed/2");
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve(EventDatabase.FILE));
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (answer.next()) {
                rows.add(answer.getString(1));
            }
            return rows;
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve(EventDatabase.FILE));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
