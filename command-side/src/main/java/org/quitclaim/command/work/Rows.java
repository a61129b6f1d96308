package org.quitclaim.command.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Writes rows of the work index. */
final class Rows {
    private final Connection connection;

    Rows(Connection connection) {
        this.connection = connection;
    }

    void todo(TodoKind kind, String subject, String detail, Instant at) throws SQLException {
        todo(kind, subject, detail, at, false);
    }

    /** What somebody asked for is urgent: it does not wait behind what the clock brings for thousands at once. */
    void todo(TodoKind kind, String subject, String detail, Instant at, boolean urgent) throws SQLException {
        run(
                "insert or ignore into todo (kind, subject, detail, since, urgent) values (?, ?, ?, ?, ?)",
                kind.name(),
                subject,
                detail,
                at.toEpochMilli(),
                urgent);
    }

    void done(TodoKind kind, String subject) throws SQLException {
        run("delete from todo where kind = ? and subject = ?", kind.name(), subject);
    }

    /** Where the detail is a number that counts up. */
    void doneUpTo(TodoKind kind, String subject, int number) throws SQLException {
        run(
                "delete from todo where kind = ? and subject = ? and cast(detail as integer) <= ?",
                kind.name(),
                subject,
                number);
    }

    boolean any(String query, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, query, values);
                ResultSet found = statement.executeQuery()) {
            return found.next();
        }
    }

    void run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            statement.executeUpdate();
        }
    }

    static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
