package org.quitclaim.eventstore;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the events stand at the positions from one to the last, one at each.
 *
 * <p>An event before the first position, or further behind the others than so many events can have been lost, is at a
 * place where no reader, or no writer, expects one: its stream is damaged.
 */
final class PositionCheck {
    /** More than this never gets lost between two events that are left. */
    static final long FAR = 1_000_000;

    private static final String GAPS = "select before + 1, at - 1 from (select position as at,"
            + " lag(position, 1, 0) over (order by position) as before from events where position > 0)"
            + " where at > before + 1";

    private final EventQueries file;
    private final StreamFaults faults;
    private final List<PositionGap> gaps = new ArrayList<>();
    private long far = Long.MAX_VALUE;

    PositionCheck(EventQueries file, StreamFaults faults) {
        this.file = file;
        this.faults = faults;
    }

    void run(long events, long head) throws SQLException {
        file.each(
                "select position, stream_id, event_type from events where position < 1",
                row -> faults.add(
                        row.getString(2),
                        "At position " + row.getLong(1) + " an event " + row.getString(3)
                                + " cannot stand: positions count from 1."));
        boolean atEach = events == head && faults.areNone();
        if (!atEach) {
            file.each(GAPS, row -> gaps.add(new PositionGap(row.getLong(1), row.getLong(2))));
        }
        for (PositionGap gap : gaps) {
            if (gap.length() > FAR) {
                far = Math.min(far, gap.last() + 1);
                misplaced(gap);
            }
        }
    }

    private void misplaced(PositionGap before) throws SQLException {
        file.each(
                "select position, stream_id, event_type from events where position = ?",
                row -> faults.add(
                        row.getString(2),
                        "At position " + row.getLong(1) + " an event " + row.getString(3) + " cannot stand: before it "
                                + before + " are empty."),
                before.last() + 1);
    }

    List<PositionGap> gaps() {
        return gaps;
    }

    /** Those that are no wider than what can get lost. */
    List<PositionGap> losses() {
        return gaps.stream().filter(gap -> gap.length() <= FAR).toList();
    }

    /** Whether an event there stands where it can. */
    boolean isPlausible(long position) {
        return position > 0 && position < far;
    }
}
