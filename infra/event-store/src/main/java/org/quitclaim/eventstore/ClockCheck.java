package org.quitclaim.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.common.DateTimeUtils;

/**
 * Refuses a clock that is behind the last event.
 *
 * <p>Consents end by the clock: one that was set back would revive them.
 *
 * <p><b>Errors:</b> {@link RefusedStart} with {@code start.clock-behind-events}.
 */
final class ClockCheck {
    private ClockCheck() {}

    static ClockCheck against(EventDatabase database, Clock clock) throws SQLException {
        try (Connection connection = database.reader();
                PreparedStatement last =
                        connection.prepareStatement("select recorded_at from events order by position desc limit 1");
                ResultSet answer = last.executeQuery()) {
            return against(
                    answer.next() ? Optional.of(DateTimeUtils.parseInstant(answer.getString(1))) : Optional.empty(),
                    clock);
        }
    }

    /** @param lastEvent when it was recorded; empty if there is none */
    static ClockCheck against(Optional<Instant> lastEvent, Clock clock) {
        lastEvent.ifPresent(last -> requireNotBehind(clock.instant(), last));
        return new ClockCheck();
    }

    private static void requireNotBehind(Instant now, Instant lastEvent) {
        if (now.isBefore(lastEvent)) {
            throw new RefusedStart(
                    "start.clock-behind-events",
                    "The clock says " + now + ", but the last event was recorded at " + lastEvent
                            + ". Set the clock right, then start again.");
        }
    }
}
