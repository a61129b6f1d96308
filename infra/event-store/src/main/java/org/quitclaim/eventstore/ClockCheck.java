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
 * Refuses a clock that is behind the last event, unless whoever starts says that the clock is right: then it was ahead
 * when that event was recorded, and what is behind is told to whoever starts the work.
 *
 * <p>Consents end by the clock: one that was set back would revive them.
 *
 * <p><b>Errors:</b> {@link RefusedStart} with {@code start.clock-behind-events}.
 */
public final class ClockCheck {
    private final Optional<Behind> behind;

    private ClockCheck(Optional<Behind> behind) {
        this.behind = behind;
    }

    /** What the clock said at the start, and when the last event had been recorded by then. */
    public record Behind(Instant clock, Instant lastEvent) {}

    static ClockCheck against(EventDatabase database, Clock clock, boolean clockIsRight) throws SQLException {
        try (Connection connection = database.reader();
                PreparedStatement last =
                        connection.prepareStatement("select recorded_at from events order by position desc limit 1");
                ResultSet answer = last.executeQuery()) {
            return against(
                    answer.next() ? Optional.of(DateTimeUtils.parseInstant(answer.getString(1))) : Optional.empty(),
                    clock,
                    clockIsRight);
        }
    }

    /**
     * @param lastEvent when it was recorded; empty if there is none
     * @param clockIsRight whether whoever starts compared the clock with another one
     */
    static ClockCheck against(Optional<Instant> lastEvent, Clock clock, boolean clockIsRight) {
        Instant now = clock.instant();
        Optional<Behind> behind = lastEvent.filter(now::isBefore).map(last -> new Behind(now, last));
        if (behind.isPresent() && !clockIsRight) {
            throw refused(behind.get());
        }
        return new ClockCheck(behind);
    }

    /** By how much the history is ahead of a clock that is said to be right; empty where it is not. */
    public Optional<Behind> behind() {
        return behind;
    }

    private static RefusedStart refused(Behind behind) {
        return new RefusedStart(
                "start.clock-behind-events",
                "The clock says " + behind.clock() + ", but the last event was recorded at " + behind.lastEvent()
                        + ". Set the clock right, then start again. If it is right and was ahead then:"
                        + " ./quitclaim up --clock-is-right, and nothing is cleared until an officer has agreed.");
    }
}
