package org.quitclaim.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.DateTimeUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.eventstore.sample.MeterCommand.InstallMeter;
import org.quitclaim.eventstore.sample.MeterCommand.ReadMeter;
import org.quitclaim.eventstore.sample.MeterId;
import org.quitclaim.eventstore.sample.SampleApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A clock behind an event, wherever in the history that is. */
class ClockCheckTest {
    private static final MeterId METER = MeterId.of(1);

    @TempDir
    Path data;

    private final Clock now = Clock.fixed(Instant.now().plusSeconds(60), ZoneOffset.UTC);
    private final Instant ahead = now.instant().plusSeconds(40 * 86_400L).truncatedTo(ChronoUnit.MILLIS);

    @BeforeEach
    void one_of_ten_from_the_future() throws Exception {
        try (ConfigurableApplicationContext application = SampleApplication.start(data)) {
            CommandGateway commands = application.getBean(CommandGateway.class);
            commands.sendAndWait(new InstallMeter(METER));
            commands.sendAndWait(new ReadMeter(METER, 9));
        }
        try (Connection connection = connection();
                PreparedStatement change =
                        connection.prepareStatement("update events set recorded_at = ? where position = 5")) {
            change.setString(1, DateTimeUtils.formatInstant(ahead));
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
    }

    private Connection connection() throws Exception {
        return DriverManager.getConnection("jdbc:sqlite:" + data.resolve(EventDatabase.FILE));
    }

    private ClockCheck check(boolean clockIsRight) throws Exception {
        try (EventDatabase database = EventDatabase.open(data, AppendObserver.NONE)) {
            return ClockCheck.against(database, now, clockIsRight);
        }
    }

    @Test
    void an_event_from_the_future_in_the_midst_is_found() throws Exception {
        ClockCheck found = check(false);
        assertThatThrownBy(() -> found.behind(told -> false))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining(ahead.toString());
        assertThat(check(true).behind(told -> false)).contains(new ClockCheck.Behind(now.instant(), ahead));
    }

    @Test
    void one_that_somebody_was_told_of_is_not_told_again() throws Exception {
        assertThat(check(false).behind(ahead::equals)).isEmpty();
    }

    /** The size of the history must not count. */
    @Test
    void the_newest_time_is_looked_up_in_an_index() throws Exception {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet plan = statement.executeQuery("explain query plan " + ClockCheck.NEWEST)) {
            assertThat(plan.getString("detail")).contains("COVERING INDEX events_by_time");
        }
    }
}
