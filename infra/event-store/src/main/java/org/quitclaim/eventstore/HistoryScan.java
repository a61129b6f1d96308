package org.quitclaim.eventstore;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;

/**
 * Looks for damage in the event file: positions, sequences, types and revisions by SQL, and every payload behind the last
 * position that was verified.
 *
 * <p><b>Guarantees:</b> nothing is written. What should be remembered, the position up to which everything was found whole
 * with a digest over all rows up to it, is given back as statements for whoever may write.
 *
 * <p><b>Errors:</b> {@link RefusedStart} with {@code start.history-unreadable} when the database itself cannot be read.
 */
public final class HistoryScan {
    private static final String ROW = "select position, event_id, stream_id, sequence, stream_type, recorded_at,"
            + " event_type, event_revision, payload, metadata from events where position > ? order by position";
    private static final String GAPS = "select before + 1, at - 1 from (select position as at,"
            + " lag(position, 1, 0) over (order by position) as before from events) where at > before + 1";
    private static final String BROKEN =
            "select stream_id from events group by stream_id having count(*) <> max(sequence) + 1";
    private static final String HOLES = "select before, sequence, before_at, at, stream_type from (select sequence,"
            + " position as at, stream_type, lag(sequence, 1, -1) over (order by sequence) as before,"
            + " lag(position, 1, 0) over (order by sequence) as before_at"
            + " from events where stream_id = ?) where sequence > before + 1";
    private static final String AHEAD = "select stream_id, stream_type from snapshots s where not exists"
            + " (select 1 from events e where e.stream_id = s.stream_id and e.sequence >= s.sequence)";

    private static final List<String> TABLES = List.of(
            "create table if not exists verified_up_to (id integer primary key, position integer not null,"
                    + " rows integer not null, digest text not null)",
            "create table if not exists suspect (id integer primary key)");

    private final Connection connection;
    private final StoredTypesSerializer serializer;
    private final Map<String, String> damaged = new LinkedHashMap<>();
    private final List<Hole> holes = new ArrayList<>();
    private final Set<Long> unreadable = new HashSet<>();
    private final List<PositionGap> altered = new ArrayList<>();
    private Optional<String> first = Optional.empty();
    private Seen reached = new Seen(0, 0, "");

    private record Hole(long after, long before, long[] left) {}

    private HistoryScan(Connection connection, StoredTypes types) {
        this.connection = connection;
        this.serializer = new StoredTypesSerializer(types);
    }

    /** Before anything else opens the file; payloads behind what was verified, and remembers how far that is now. */
    static Look beforeStart(Path folder, StoredTypes types) {
        return look(folder, types, Reading.SINCE_VERIFIED);
    }

    /** Everything, by the server that works on the file. */
    static Look running(Path folder, StoredTypes types) {
        return look(folder, types, Reading.ALL);
    }

    /** Everything, also while a server works on the file; changes nothing. */
    public static HistoryFindings whole(Path folder, StoredTypes types) {
        return look(folder, types, Reading.ALL_AS_A_STRANGER).found();
    }

    private enum Reading {
        SINCE_VERIFIED,
        ALL,
        ALL_AS_A_STRANGER
    }

    /**
     * @param seen up to which position what is there was read from the first event on, if it was
     * @param remember statements with which the next look knows of this one
     */
    record Look(HistoryFindings found, Optional<Seen> seen, List<String> remember) {}

    /** @param digest over all rows up to the position */
    record Seen(long position, long rows, String digest) {}

    /** What is there now is what later looks compare with. */
    static List<String> compareWith(Seen seen) {
        List<String> statements = new ArrayList<>(TABLES);
        statements.add("insert or replace into verified_up_to values (1, " + seen.position() + ", " + seen.rows()
                + ", '" + seen.digest() + "')");
        return statements;
    }

    private static Look look(Path folder, StoredTypes types, Reading reading) {
        Path file = folder.resolve(EventDatabase.FILE);
        if (!Files.exists(file)) {
            return new Look(HistoryFindings.NONE, Optional.empty(), List.of());
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            return new HistoryScan(connection, types).look(reading);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    static RefusedStart unreadable(SQLException e) {
        return new RefusedStart(
                "start.history-unreadable",
                "The event database cannot be read (" + e.getErrorCode()
                        + "). Restore it from a backup: ./quitclaim restore DIR. Nothing was changed.",
                e);
    }

    private Look look(Reading reading) throws SQLException {
        if (!has("events")) {
            return new Look(HistoryFindings.NONE, Optional.empty(), List.of());
        }
        // one state of the file, however many events come in meanwhile
        execute("begin");
        Seen verified = verified();
        boolean everything = reading != Reading.SINCE_VERIFIED
                || has("suspect") && count("select count(*) from suspect") > 0
                || verified.position() > count("select coalesce(max(position), 0) from events");
        HistoryFindings found = find(verified, everything);
        execute("commit");
        return new Look(
                found, everything ? Optional.of(reached) : Optional.empty(), remembering(found, everything, verified));
    }

    private List<String> remembering(HistoryFindings found, boolean everything, Seen verified) {
        List<String> statements = new ArrayList<>(TABLES);
        if (found.damaged().isEmpty() && found.altered().isEmpty() && reached.position() > verified.position()) {
            statements.addAll(compareWith(reached));
        }
        if (everything) {
            // what is missing is found without reading payloads
            boolean readAgain = !found.damaged().isEmpty() || !found.altered().isEmpty();
            statements.add(readAgain ? "insert or ignore into suspect values (1)" : "delete from suspect");
        }
        return statements;
    }

    private HistoryFindings find(Seen verified, boolean everything) throws SQLException {
        long events = count("select count(*) from events");
        long head = count("select coalesce(max(position), 0) from events");
        List<PositionGap> gaps = new ArrayList<>();
        if (events != head) {
            each(GAPS, row -> gaps.add(new PositionGap(row.getLong(1), row.getLong(2))));
        }
        if (verified.position() > head) {
            gaps.add(new PositionGap(head + 1, verified.position()));
        }
        sequences();
        types();
        payloads(verified, everything);
        return new HistoryFindings(events, gaps, unexplained(gaps), unreadable, damaged, altered, first);
    }

    private void sequences() throws SQLException {
        List<String> broken = new ArrayList<>();
        each(BROKEN, row -> broken.add(row.getString(1)));
        for (String stream : broken) {
            each(HOLES, row -> hole(stream, row), stream);
        }
        each(
                AHEAD,
                row -> damage(
                        row.getString(1),
                        "A " + row.getString(2) + " stream lacks its last events: its snapshot is ahead of them."));
    }

    private void hole(String stream, ResultSet row) throws SQLException {
        long missing = row.getLong(2) - row.getLong(1) - 1;
        holes.add(new Hole(row.getLong(3), row.getLong(4), new long[] {missing}));
        damage(
                stream,
                "Before position " + row.getLong(4) + " a " + row.getString(5) + " stream lacks event "
                        + (row.getLong(1) + 1) + ".");
    }

    private void types() throws SQLException {
        List<SimpleSerializedType> unknown = new ArrayList<>();
        each("select distinct event_type, event_revision from events", row -> {
            SimpleSerializedType type = new SimpleSerializedType(row.getString(1), row.getString(2));
            try {
                serializer.classForType(type);
            } catch (SerializationException e) {
                unknown.add(type);
            }
        });
        for (SimpleSerializedType type : unknown) {
            each(
                    "select position, stream_id from events where event_type = ? and event_revision = ?",
                    row -> unreadable(row.getLong(1), row.getString(2), type.getName() + "/" + type.getRevision()),
                    type.getName(),
                    type.getRevision());
        }
    }

    private void unreadable(long position, String stream, String type) {
        unreadable.add(position);
        damage(stream, "At position " + position + " this version cannot read an event " + type + ".");
    }

    private void damage(String stream, String what) {
        damaged.putIfAbsent(stream, what);
        if (first.isEmpty()) {
            first = Optional.of(what);
        }
    }

    private boolean has(String table) throws SQLException {
        return count("select count(*) from sqlite_master where name = '" + table + "'") > 0;
    }

    private Seen verified() throws SQLException {
        return !has("verified_up_to")
                ? new Seen(0, 0, "")
                : new Seen(
                        count("select coalesce(max(position), 0) from verified_up_to"),
                        count("select coalesce(max(rows), 0) from verified_up_to"),
                        text("select coalesce(max(digest), '') from verified_up_to"));
    }

    private void payloads(Seen verified, boolean everything) throws SQLException {
        Chain chain = new Chain(everything ? "" : verified.digest());
        reached = everything ? new Seen(0, 0, "") : verified;
        Seen[] atVerified = {reached};
        each(
                ROW,
                row -> {
                    read(row);
                    chain.add(row);
                    reached = new Seen(row.getLong(1), reached.rows() + 1, chain.value);
                    if (row.getLong(1) <= verified.position()) {
                        atVerified[0] = reached;
                    }
                },
                reached.position());
        // rows that are missing or cannot be read are named otherwise
        if (everything
                && unreadable.stream().noneMatch(position -> position <= verified.position())
                && atVerified[0].rows() == verified.rows()
                && !atVerified[0].digest().equals(verified.digest())) {
            altered.add(new PositionGap(1, verified.position()));
        }
    }

    private void read(ResultSet row) throws SQLException {
        String type = row.getString(7);
        try {
            serializer.deserialize(new SimpleSerializedObject<>(
                    row.getBytes(9), byte[].class, new SimpleSerializedType(type, row.getString(8))));
            serializer.deserialize(new SimpleSerializedObject<>(
                    row.getBytes(10), byte[].class, new SimpleSerializedType(MetaData.class.getName(), null)));
        } catch (SerializationException e) {
            unreadable(row.getLong(1), row.getString(3), type + "/" + row.getString(8));
        }
    }

    /** Those positions that no stream's hole can account for; a hole accounts for what lies between its neighbours. */
    private List<PositionGap> unexplained(List<PositionGap> gaps) {
        List<PositionGap> left = new ArrayList<>();
        for (PositionGap gap : gaps) {
            long wanting = gap.length();
            for (Hole hole : holes) {
                if (hole.after < gap.first() && gap.last() < hole.before) {
                    long taken = Math.min(wanting, hole.left[0]);
                    hole.left[0] -= taken;
                    wanting -= taken;
                }
            }
            if (wanting > 0) {
                left.add(gap);
            }
        }
        return left;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            return answer.getString(1);
        }
    }

    private interface OnRow {
        void take(ResultSet row) throws SQLException;
    }

    private void each(String sql, OnRow onRow, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    onRow.take(rows);
                }
            }
        }
    }

    /** SHA-256 over the one before and the row. */
    private static final class Chain {
        private final MessageDigest sha256;
        private String value;

        Chain(String before) {
            value = before;
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }

        void add(ResultSet row) throws SQLException {
            sha256.update(value.getBytes(StandardCharsets.US_ASCII));
            for (int column = 1; column <= 8; column++) {
                sha256.update(row.getString(column).getBytes(StandardCharsets.UTF_8));
                sha256.update((byte) 0);
            }
            sha256.update(row.getBytes(9));
            sha256.update((byte) 0);
            sha256.update(row.getBytes(10));
            value = HexFormat.of().formatHex(sha256.digest());
        }
    }
}
