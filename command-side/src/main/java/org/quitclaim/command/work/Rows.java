package org.quitclaim.command.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes rows of the work index.
 *
 * <p>Statements are prepared once: a handful of them runs for every event, and parsing one costs more than running it.
 *
 * <p><b>Thread-safety:</b> none; {@link WorkIndex} lets one batch in at a time.
 */
final class Rows {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Rows(Connection connection) {
        this.connection = connection;
    }

    void todo(TodoKind kind, String subject, String detail, Instant at) throws SQLException {
        run("insert or ignore into todo values (?, ?, ?, ?)", kind.name(), subject, detail, at.toEpochMilli());
    }

    void done(TodoKind kind, String subject) throws SQLException {
        run("delete from todo where kind = ? and subject = ?", kind.name(), subject);
    }

    void run(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        bind(statement, values).executeUpdate();
    }

    static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        return bind(connection.prepareStatement(sql), values);
    }

    private static PreparedStatement bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
