package org.quitclaim.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The one connection that writes, with its statements and the position of the last event.
 *
 * <p>Positions are handed out here and not by the database, so that a rolled back unit of work leaves no gap.
 *
 * <p><b>Thread-safety:</b> none; it belongs to the writer's thread.
 */
final class WriterSession implements AutoCloseable {
    private static final String COLUMNS =
            " (event_id, stream_id, sequence, stream_type, recorded_at, event_type, event_revision, payload, metadata";

    private final Connection connection;
    private final PreparedStatement insertEvent;
    private final PreparedStatement insertSnapshot;
    private final PreparedStatement deleteOlderSnapshots;
    private final PreparedStatement beginUnit;
    private final PreparedStatement keepUnit;
    private final PreparedStatement undoUnit;
    private long head;

    WriterSession(SqliteFile file) throws SQLException {
        connection = file.openWriter();
        EventTables.create(connection);
        insertEvent = connection.prepareStatement(
                "insert into events" + COLUMNS + ", position, digest) values (?,?,?,?,?,?,?,?,?,?,?)");
        insertSnapshot = connection.prepareStatement(
                "insert or ignore into snapshots" + COLUMNS + ") values (?,?,?,?,?,?,?,?,?)");
        deleteOlderSnapshots =
                connection.prepareStatement("delete from snapshots where stream_id = ? and sequence < ?");
        // prepared once: the driver's own savepoints are parsed anew for every unit of work
        beginUnit = connection.prepareStatement("savepoint unit");
        keepUnit = connection.prepareStatement("release unit");
        undoUnit = connection.prepareStatement("rollback to unit");
        head = readHead();
        connection.setAutoCommit(false);
    }

    private long readHead() throws SQLException {
        try (PreparedStatement statement = EventTables.head(connection, EventTables.SCHEMA);
                ResultSet answer = statement.executeQuery()) {
            return answer.next() ? answer.getLong(1) : 0;
        }
    }

    long head() {
        return head;
    }

    void insertEvent(EventRow row) throws SQLException {
        bind(insertEvent, row);
        insertEvent.setLong(10, head + 1);
        insertEvent.setBytes(11, row.digest(head + 1));
        insertEvent.executeUpdate();
        head++;
    }

    void replaceSnapshot(EventRow row) throws SQLException {
        bind(insertSnapshot, row);
        insertSnapshot.executeUpdate();
        deleteOlderSnapshots.setString(1, row.streamId());
        deleteOlderSnapshots.setLong(2, row.sequence());
        deleteOlderSnapshots.executeUpdate();
    }

    private static void bind(PreparedStatement statement, EventRow row) throws SQLException {
        statement.setString(1, row.eventId());
        statement.setString(2, row.streamId());
        statement.setLong(3, row.sequence());
        statement.setString(4, row.streamType());
        statement.setString(5, row.recordedAt());
        statement.setString(6, row.eventType());
        statement.setString(7, row.eventRevision());
        statement.setBytes(8, row.payload());
        statement.setBytes(9, row.metadata());
    }

    /** All of the unit is written, or nothing of it and the rest of the transaction stands. */
    void write(WriteUnit unit) throws SQLException {
        long before = head;
        beginUnit.executeUpdate();
        try {
            unit.writeTo(this);
        } catch (SQLException e) {
            head = before;
            if (DuplicateKeys.isDuplicateKey(e)) {
                undoUnit.executeUpdate();
                keepUnit.executeUpdate();
            }
            throw e;
        }
        keepUnit.executeUpdate();
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** Anything else than events and snapshots, such as how far the history was verified. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** An uncommitted transaction is rolled back. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
