package org.quitclaim.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.common.DateTimeUtils;

/**
 * Refuses a clock that is behind the last event, unless whoever starts says that the clock is right: then it was ahead
 * when that event was recorded, and what is behind is told to whoever starts the work.
 *
 * <p>The same of an event in the midst of the history, unless somebody was told of it: ordinary ones follow it where the
 * clock was set right again while the work went on.
 *
 * <p>Consents end by the clock: one that was set back would revive them.
 *
 * <p><b>Errors:</b> {@link RefusedStart} with {@code start.clock-behind-events}.
 */
public final class ClockCheck {
    static final String NEWEST = "select max(recorded_at) from events";

    private final Optional<Behind> behind;
    private final Optional<Behind> ofAll;
    private final boolean clockIsRight;

    private ClockCheck(Optional<Behind> behind, Optional<Behind> ofAll, boolean clockIsRight) {
        this.behind = behind;
        this.ofAll = ofAll;
        this.clockIsRight = clockIsRight;
    }

    /** What the clock said at the start, and when the last event, or another one, had been recorded by then. */
    public record Behind(Instant clock, Instant lastEvent) {}

    static ClockCheck against(EventDatabase database, Clock clock, boolean clockIsRight) throws SQLException {
        try (Connection connection = database.reader()) {
            return against(
                    instant(connection, "select recorded_at from events order by position desc limit 1"),
                    instant(connection, NEWEST),
                    clock,
                    clockIsRight);
        }
    }

    private static Optional<Instant> instant(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet answer = statement.executeQuery()) {
            return answer.next()
                    ? Optional.ofNullable(answer.getString(1)).map(DateTimeUtils::parseInstant)
                    : Optional.empty();
        }
    }

    /**
     * @param lastEvent when it was recorded; empty if there is none
     * @param newest the latest time at which any was recorded
     * @param clockIsRight whether whoever starts compared the clock with another one
     */
    static ClockCheck against(
            Optional<Instant> lastEvent, Optional<Instant> newest, Clock clock, boolean clockIsRight) {
        Instant now = clock.instant();
        Optional<Behind> behind = lastEvent.filter(now::isBefore).map(last -> new Behind(now, last));
        if (behind.isPresent() && !clockIsRight) {
            throw refused(behind.get());
        }
        return new ClockCheck(
                behind, newest.filter(now::isBefore).map(latest -> new Behind(now, latest)), clockIsRight);
    }

    /**
     * By how much the history is ahead of a clock that is said to be right; empty where it is not, or was told.
     *
     * @param told whether somebody was told that an event was recorded then, or later
     * @throws RefusedStart if nobody was, and nobody says that the clock is right
     */
    public Optional<Behind> behind(Predicate<Instant> told) {
        Optional<Behind> untold = ofAll.filter(one -> !told.test(one.lastEvent()));
        if (untold.isPresent() && !clockIsRight) {
            throw refused(untold.get());
        }
        return untold.or(() -> behind);
    }

    private static RefusedStart refused(Behind behind) {
        return new RefusedStart(
                "start.clock-behind-events",
                "The clock says " + behind.clock() + ", but an event was recorded at " + behind.lastEvent()
                        + ". Set the clock right, then start again. If it is right and was ahead then:"
                        + " ./quitclaim up --clock-is-right, and nothing is cleared until an officer has agreed.");
    }
}
