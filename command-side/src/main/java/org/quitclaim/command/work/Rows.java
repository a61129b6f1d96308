package org.quitclaim.command.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/** Writes rows of the work index. */
final class Rows {
    private static final long FARTHEST_SECONDS = Long.MAX_VALUE / 1_000 - 1;

    private final Connection connection;

    Rows(Connection connection) {
        this.connection = connection;
    }

    void todo(TodoKind kind, String subject, String detail, Instant at) throws SQLException {
        run("insert or ignore into todo values (?, ?, ?, ?)", kind.name(), subject, detail, millis(at));
    }

    /** An instant that is too far away to be counted in milliseconds is as far away as can be counted. */
    static long millis(Instant at) {
        return Math.clamp(at.getEpochSecond(), -FARTHEST_SECONDS, FARTHEST_SECONDS) * 1_000 + at.getNano() / 1_000_000;
    }

    void done(TodoKind kind, String subject) throws SQLException {
        run("delete from todo where kind = ? and subject = ?", kind.name(), subject);
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
