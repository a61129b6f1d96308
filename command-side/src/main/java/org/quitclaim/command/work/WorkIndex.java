package org.quitclaim.command.work;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.quitclaim.command.dispatch.Cause;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.eventstore.Attribution;

/**
 * The to-do lists and look-ups that follow from events.
 *
 * <p><b>Guarantees:</b> derived from events alone: rows and the position they stand for change in one transaction, so a
 * crash leaves an earlier consistent state, and a lost file is built anew. Nothing in it is personal data.
 *
 * <p><b>Thread-safety:</b> safe; one connection, short statements.
 */
public final class WorkIndex implements AutoCloseable {
    private final Connection connection;
    private final WorkRows rows;
    private volatile long position;

    private WorkIndex(Connection connection, long position) {
        this.connection = connection;
        this.rows = new WorkRows(connection);
        this.position = position;
    }

    /** Opens or creates {@code work.db} in the folder. */
    public static WorkIndex open(Path folder) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("work.db"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma synchronous = normal");
            dropOtherVersion(connection, statement);
            for (String table : WorkTables.ALL) {
                statement.execute(table);
            }
            statement.execute("pragma user_version = " + WorkTables.VERSION);
            statement.execute("insert or ignore into progress(id, position) values (1, 0)");
        }
        connection.setAutoCommit(false);
        WorkIndex index = new WorkIndex(connection, 0);
        index.position = index.one("select position from progress where id = 1", row -> row.getLong(1))
                .orElse(0L);
        return index;
    }

    private static void dropOtherVersion(Connection connection, Statement statement) throws SQLException {
        try (ResultSet version = statement.executeQuery("pragma user_version")) {
            if (version.next() && version.getInt(1) == WorkTables.VERSION) {
                return;
            }
        }
        for (String table : tables(connection)) {
            statement.execute("drop table \"" + table + "\"");
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select name from sqlite_master where type = 'table'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** Up to which position of the store the lists are complete. */
    public long position() {
        return position;
    }

    /** Applies a batch and moves to {@code upTo} in one transaction. */
    synchronized void apply(List<? extends EventMessage<?>> events, long upTo) throws SQLException {
        try {
            for (EventMessage<?> message : events) {
                if (message.getPayload() instanceof DomainEvent event) {
                    apply(rows, event, causeOf(message), Doer.in(message.getMetaData()));
                    if (message instanceof DomainEventMessage<?> stored) {
                        rows.no(event, stored.getIdentifier(), stored.getSequenceNumber());
                    }
                }
            }
            update("update progress set position = ? where id = 1", upTo);
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
        position = upTo;
    }

    private static void apply(WorkRows rows, DomainEvent event, Cause of, Doer by) throws SQLException {
        try {
            rows.on(event, of, by);
        } catch (RuntimeException e) {
            throw new EventNotApplied(event, e);
        }
    }

    private static Cause causeOf(EventMessage<?> message) {
        return new Cause(
                message.getIdentifier(),
                Attribution.in(message.getMetaData())
                        .map(Attribution::correlation)
                        .orElse(message.getIdentifier()));
    }

    /** A single row, mapped. */
    public synchronized <T> Optional<T> one(String query, RowMapper<T> mapper, Object... values) {
        List<T> all = all(query, mapper, values);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    /** Every row, mapped. */
    public synchronized <T> List<T> all(String query, RowMapper<T> mapper, Object... values) {
        try (PreparedStatement statement = Rows.prepare(connection, query, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(mapper.map(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new WorkIndexUnreadable(e);
        }
    }

    /** Marks something as settled that no event says; asked again after a rebuild, and then settled again. */
    public synchronized void settle(String statement, Object... values) {
        try {
            update(statement, values);
            connection.commit();
        } catch (SQLException e) {
            throw new WorkIndexUnreadable(e);
        }
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = Rows.prepare(connection, sql, values)) {
            statement.executeUpdate();
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }
}
