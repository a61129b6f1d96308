package org.quitclaim.command.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.quitclaim.command.dispatch.Cause;

/**
 * Writes rows of the work index.
 *
 * <p>Statements are prepared once: a handful of them runs for every event, and parsing one costs more than running it.
 *
 * <p><b>Thread-safety:</b> none; {@link WorkIndex} lets one batch in at a time.
 */
final class Rows {
    private static final long FARTHEST_SECONDS = Long.MAX_VALUE / 1_000 - 1;

    private final Connection connection;
    private Cause cause = new Cause("", "");
    private Doer doer = Doer.NOBODY;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Rows(Connection connection) {
        this.connection = connection;
    }

    /** From now on everything that is to be done is to be done because of this, which somebody did. */
    void because(Cause of, Doer by) {
        cause = of;
        doer = by;
    }

    Doer doer() {
        return doer;
    }

    Cause cause() {
        return cause;
    }

    void todo(TodoKind kind, String subject, String detail, Instant at) throws SQLException {
        todo(kind, subject, detail, at, false);
    }

    /** What somebody asked for is urgent: it does not wait behind what the clock brings for thousands at once. */
    void todo(TodoKind kind, String subject, String detail, Instant at, boolean urgent) throws SQLException {
        run(
                "insert or ignore into todo (kind, subject, detail, since, urgent, cause, correlation)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                kind.name(),
                subject,
                detail,
                millis(at),
                urgent,
                cause.event(),
                cause.correlation());
    }

    /** An instant that is too far away to be counted in milliseconds is as far away as can be counted. */
    static long millis(Instant at) {
        return Math.clamp(at.getEpochSecond(), -FARTHEST_SECONDS, FARTHEST_SECONDS) * 1_000 + at.getNano() / 1_000_000;
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
