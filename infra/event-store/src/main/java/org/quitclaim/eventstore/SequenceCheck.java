package org.quitclaim.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whether the events of each stream follow on each other, from none left out to none behind its snapshot. */
final class SequenceCheck {
    private static final String STEPS = "select stream_id, before, sequence, before_at, at from (select stream_id,"
            + " sequence, position as at, lag(sequence, 1, -1) over stream as before,"
            + " lag(position, 1, 0) over stream as before_at"
            + " from events window stream as (partition by stream_id order by sequence))"
            + " where sequence <> before + 1 or at <= before_at and at > 0";
    private static final String AHEAD = "select stream_id, stream_type from snapshots s where not exists"
            + " (select 1 from events e where e.stream_id = s.stream_id and e.sequence >= s.sequence)";

    private final EventQueries file;
    private final StreamFaults faults;
    private final List<Hole> holes = new ArrayList<>();

    /** Events that a stream lacks between two positions, until they are accounted for. */
    private static final class Hole {
        private final PositionGap between;
        private long left;

        Hole(PositionGap between, long left) {
            this.between = between;
            this.left = left;
        }
    }

    private record Step(String stream, long before, long sequence, long beforeAt, long at) {}

    SequenceCheck(EventQueries file, StreamFaults faults) {
        this.file = file;
        this.faults = faults;
    }

    void run() throws SQLException {
        List<Step> wrong = new ArrayList<>();
        file.each(STEPS, row -> wrong.add(step(row)));
        for (Step step : wrong) {
            wrong(step, file.text("select stream_type from events where position = " + step.at));
        }
        file.each(
                AHEAD,
                row -> faults.add(
                        row.getString(1),
                        "A " + row.getString(2) + " stream lacks its last events: its snapshot is ahead of them."));
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
    }

    private void wrong(Step step, String type) {
        if (step.sequence > step.before + 1) {
            if (step.at > step.beforeAt + 1) {
                holes.add(new Hole(
                        new PositionGap(Math.max(0, step.beforeAt) + 1, step.at - 1), step.sequence - step.before - 1));
            }
            faults.add(
                    step.stream,
                    "Before position " + step.at + " a " + type + " stream lacks event " + (step.before + 1) + ".");
        } else if (step.sequence <= step.before) {
            faults.add(
                    step.stream,
                    "At position " + step.at + " a " + type + " stream has a second event " + step.sequence
                            + ", or one before its first.");
        } else {
            faults.add(
                    step.stream,
                    "At position " + step.at + " a " + type + " stream has event " + step.sequence
                            + " before the one that it follows on.");
        }
    }

    /** Those positions that no stream's hole can account for; a hole accounts for what lies between its neighbours. */
    List<PositionGap> unexplained(List<PositionGap> gaps) {
        List<PositionGap> left = new ArrayList<>();
        for (PositionGap gap : gaps) {
            long wanting = gap.length();
            for (Hole hole : holes) {
                if (hole.between.holds(gap)) {
                    long taken = Math.min(wanting, hole.left);
                    hole.left -= taken;
                    wanting -= taken;
                }
            }
            if (wanting > 0) {
                left.add(gap);
            }
        }
        return left;
    }
}
