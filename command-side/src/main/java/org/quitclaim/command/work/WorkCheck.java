package org.quitclaim.command.work;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.quitclaim.command.work.Tally.Sum;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Whether the rows of the work index are those that were written to it: by their tally, and by the database's own check of
 * its pages and indexes.
 *
 * <p><b>Guarantees:</b> on a connection of its own and in one snapshot, so that nobody waits for it. Changes nothing.
 */
final class WorkCheck {
    private static final Set<SQLiteErrorCode> PASSING = Set.of(
            SQLiteErrorCode.SQLITE_FULL,
            SQLiteErrorCode.SQLITE_BUSY,
            SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT,
            SQLiteErrorCode.SQLITE_CANTOPEN,
            SQLiteErrorCode.SQLITE_PERM,
            SQLiteErrorCode.SQLITE_READONLY,
            SQLiteErrorCode.SQLITE_NOMEM);

    private static final String PROGRESS = "progress";

    private final Connection connection;
    private final MessageDigest sha256 = Tally.sha256();

    private WorkCheck(Connection connection) {
        this.connection = connection;
    }

    /**
     * What is wrong with the file, in words that name no id; empty if nothing is, or if it is another version's.
     *
     * @throws SQLException if the machine keeps it from being looked at
     */
    static Optional<String> of(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.setAutoCommit(false);
            return new WorkCheck(connection).look();
        } catch (SQLiteException e) {
            if (PASSING.contains(e.getResultCode())) {
                throw e;
            }
            return Optional.of("the file cannot be read, " + e.getResultCode().name());
        }
    }

    /** How far the lists have come, if that is what was written; 0 where it is not, or the file is another's or spoilt. */
    static long progress(Path file, Optional<String> installation) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.setAutoCommit(false);
            WorkCheck check = new WorkCheck(connection);
            return check.isOfAnother(installation) ? 0 : check.progress();
        } catch (SQLException e) {
            // whoever opens the lists for use says what is wrong with them
            return 0;
        }
    }

    private long progress() throws SQLException {
        if (isOfOtherVersion()) {
            return 0;
        }
        Map<String, Sum> found = new HashMap<>();
        count(PROGRESS, found);
        boolean written = found.getOrDefault(PROGRESS, Sum.NONE)
                .equals(WorkTables.tallies(connection).get(PROGRESS));
        return written ? Long.parseLong(text("select position from progress")) : 0;
    }

    private boolean isOfAnother(Optional<String> installation) throws SQLException {
        if (installation.isEmpty() || isOfOtherVersion()) {
            return false;
        }
        String owner = text("select coalesce(max(installation), '') from owner");
        return !owner.isEmpty() && !owner.equals(installation.get());
    }

    private boolean isOfOtherVersion() throws SQLException {
        return !text("pragma user_version").equals(Integer.toString(WorkTables.VERSION));
    }

    private Optional<String> look() throws SQLException {
        if (isOfOtherVersion()) {
            return Optional.empty();
        }
        Optional<String> wrong = differing();
        if (wrong.isPresent()) {
            return wrong;
        }
        return text("pragma integrity_check(1)").equals("ok")
                ? Optional.empty()
                : Optional.of("the database's own check of its pages fails");
    }

    private Optional<String> differing() throws SQLException {
        Map<String, Sum> written = WorkTables.tallies(connection);
        Map<String, Sum> found = new HashMap<>();
        for (String table : WorkTables.counted(connection)) {
            count(table, found);
        }
        Set<String> kinds = new TreeSet<>(written.keySet());
        kinds.addAll(found.keySet());
        for (String kind : kinds) {
            Sum had = written.getOrDefault(kind, Sum.NONE);
            Sum has = found.getOrDefault(kind, Sum.NONE);
            if (had.rows() != has.rows()) {
                return Optional.of(kind + " has " + has.rows() + " rows and not " + had.rows());
            }
            if (had.digest() != has.digest()) {
                return Optional.of("a row of " + kind + " was changed");
            }
        }
        return Optional.empty();
    }

    private void count(String table, Map<String, Sum> found) throws SQLException {
        List<String> columns = WorkTables.columns(connection, table);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select " + WorkTables.kind(table, "") + ", "
                        + String.join(", ", columns) + " from " + table)) {
            while (rows.next()) {
                String kind = rows.getString(1);
                List<String> values = new ArrayList<>(columns.size());
                for (int column = 0; column < columns.size(); column++) {
                    values.add(String.valueOf(rows.getString(column + 2)));
                }
                found.merge(
                        kind,
                        Sum.NONE.plus(Tally.digest(sha256, kind, values), 1),
                        (one, other) -> new Sum(one.rows() + other.rows(), one.digest() + other.digest()));
            }
        }
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }
}
