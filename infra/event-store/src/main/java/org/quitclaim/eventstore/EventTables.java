package org.quitclaim.eventstore;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;

/**
 * The tables of the event store, named so that they can be read with ordinary tools decades from now, and the queries
 * that SQLite needs worded differently: Axon's aggregate functions answer NULL on an empty store, which the driver
 * refuses to read as a number.
 */
final class EventTables {
    static final EventSchema SCHEMA = EventSchema.builder()
            .eventTable("events")
            .snapshotTable("snapshots")
            .globalIndexColumn("position")
            .eventIdentifierColumn("event_id")
            .aggregateIdentifierColumn("stream_id")
            .sequenceNumberColumn("sequence")
            .typeColumn("stream_type")
            .timestampColumn("recorded_at")
            .payloadTypeColumn("event_type")
            .payloadRevisionColumn("event_revision")
            .payloadColumn("payload")
            .metaDataColumn("metadata")
            .build();

    private static final String EVENTS = """
        create table if not exists events (
          position integer primary key,
          event_id text not null unique,
          stream_id text not null,
          sequence integer not null,
          stream_type text not null,
          recorded_at text not null,
          event_type text not null,
          event_revision text not null,
          payload blob not null,
          metadata blob not null,
          digest blob not null,
          unique (stream_id, sequence))
        """;
    private static final String SNAPSHOTS = """
        create table if not exists snapshots (
          event_id text not null unique,
          stream_id text not null,
          sequence integer not null,
          stream_type text not null,
          recorded_at text not null,
          event_type text not null,
          event_revision text not null,
          payload blob not null,
          metadata blob not null,
          primary key (stream_id, sequence))
        """;

    /** The newest of all times is asked for at each start, which is not the last event's where a clock was set back. */
    private static final String BY_TIME = "create index if not exists events_by_time on events (recorded_at)";

    private EventTables() {}

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(EVENTS);
            statement.executeUpdate(SNAPSHOTS);
            statement.executeUpdate(BY_TIME);
        }
    }

    /**
     * That nobody made the tables anew with fewer rules: two events of one number would be possible, and go unseen.
     *
     * @throws RefusedStart with {@code start.history-damaged}
     */
    static void requireAsMade(EventQueries file) throws SQLException {
        try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            create(memory);
            for (String table : List.of("events", "snapshots")) {
                if (file.has(table) && !rules(file, table).equals(rules(new EventQueries(memory), table))) {
                    throw new RefusedStart(
                            HistoryRefusal.CODE,
                            "The table " + table + " of the event database is not as Quitclaim makes it: its columns"
                                    + " or keys were changed. Restore the newest backup (./quitclaim restore DIR)."
                                    + " Nothing was changed.");
                }
            }
        }
    }

    /** Columns and what has to be unique, however they were worded. */
    private static List<String> rules(EventQueries file, String table) throws SQLException {
        List<String> rules = new ArrayList<>();
        file.each(
                "select name || ' ' || lower(type) || ' ' || \"notnull\" || ' ' || pk from pragma_table_info('" + table
                        + "') order by cid",
                row -> rules.add(row.getString(1)));
        file.each(
                "select group_concat(c.name) from pragma_index_list('" + table + "') i,"
                        + " pragma_index_info(i.name) c where i.\"unique\" group by i.name order by 1",
                row -> rules.add(row.getString(1)));
        return rules;
    }

    static PreparedStatement head(Connection connection, EventSchema schema) throws SQLException {
        return connection.prepareStatement("select position from events order by position desc limit 1");
    }

    static PreparedStatement tail(Connection connection, EventSchema schema) throws SQLException {
        return connection.prepareStatement("select position - 1 from events order by position limit 1");
    }

    static PreparedStatement tokenAt(Connection connection, EventSchema schema, Instant instant) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(
                "select position - 1 from events where recorded_at >= ? order by position limit 1");
        statement.setString(1, DateTimeUtils.formatInstant(instant));
        return statement;
    }

    static PreparedStatement nextAfter(Connection connection, EventSchema schema, long position) throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement("select position from events where position > ? order by position limit 1");
        statement.setLong(1, position);
        return statement;
    }

    /** Counted in rows, not in sequences: a page that is short of rows is then the last one, whatever is missing. */
    static PreparedStatement streamFrom(Connection connection, EventSchema schema, String stream, long first, int rows)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(
                "select * from events where stream_id = ? and sequence >= ? order by sequence limit ?");
        statement.setString(1, stream);
        statement.setLong(2, first);
        statement.setInt(3, rows);
        return statement;
    }

    static PreparedStatement lastSequence(Connection connection, EventSchema schema, String stream)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(
                "select sequence from events where stream_id = ? order by sequence desc limit 1");
        statement.setString(1, stream);
        return statement;
    }
}
