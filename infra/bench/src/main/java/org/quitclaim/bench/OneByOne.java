package org.quitclaim.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/**
 * The same rows in the same kind of table under the same durability, with a commit for each.
 *
 * <p><b>Thread-safety</b>: safe; serialises in the caller's thread, and one thread writes at a time.
 */
final class OneByOne implements AutoCloseable {
    private static final String TABLE = """
            create table events (
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
              unique (stream_id, sequence))
            """;
    private static final String INSERT = "insert into events (event_id, stream_id, sequence, stream_type, recorded_at,"
            + " event_type, event_revision, payload, metadata) values (?,?,?,?,?,?,?,?,?)";

    private final Connection connection;
    private final PreparedStatement insert;
    private final Serializer serializer;

    private OneByOne(Connection connection, Serializer serializer) throws SQLException {
        this.connection = connection;
        this.serializer = serializer;
        this.insert = connection.prepareStatement(INSERT);
    }

    static OneByOne create(Path file, Serializer serializer) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma synchronous = full");
            statement.execute(TABLE);
        }
        return new OneByOne(connection, serializer);
    }

    void append(DomainEventMessage<?> event) throws SQLException {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        byte[] metadata = event.serializeMetaData(serializer, byte[].class).getData();
        synchronized (connection) {
            insert.setString(1, event.getIdentifier());
            insert.setString(2, event.getAggregateIdentifier());
            insert.setLong(3, event.getSequenceNumber());
            insert.setString(4, event.getType());
            insert.setString(5, DateTimeUtils.formatInstant(event.getTimestamp()));
            insert.setString(6, payload.getType().getName());
            insert.setString(7, payload.getType().getRevision());
            insert.setBytes(8, payload.getData());
            insert.setBytes(9, metadata);
            insert.executeUpdate(); // outside a transaction, so it commits
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        connection.close();
    }
}
