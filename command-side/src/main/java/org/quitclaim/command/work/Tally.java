package org.quitclaim.command.work;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sqlite.Function;

/**
 * Keeps, in the transaction of the rows themselves, how many rows of each kind there are and the digest of them all.
 *
 * <p><b>Guarantees:</b> the triggers are this connection's own ({@code temp}): what changes the file in any other way, a
 * fault of the disk, another program, changes rows and leaves the tally, and {@link WorkCheck} sees it.
 *
 * <p><b>Shape:</b> of a row, the first 8 bytes of SHA-256 over its kind and columns, each ended by a zero byte; of a kind,
 * the sum of these modulo 2^64. It finds damage, not somebody who makes a matching tally.
 *
 * <p><b>Thread-safety:</b> none; {@link WorkIndex} lets one in at a time.
 */
final class Tally {
    static final String TABLE = "tally";
    private static final int BEFORE_COLUMNS = 2;

    private final Connection connection;
    private final Map<String, Sum> written;
    private final Map<String, Sum> pending = new HashMap<>();
    private final MessageDigest sha256 = sha256();

    /** @param digest of every row, added up modulo 2^64 */
    record Sum(long rows, long digest) {
        static final Sum NONE = new Sum(0, 0);

        Sum plus(long row, int sign) {
            return new Sum(rows + sign, digest + sign * row);
        }
    }

    private Tally(Connection connection, Map<String, Sum> written) {
        this.connection = connection;
        this.written = new HashMap<>(written);
    }

    /** Over the tables as they are; from now on every change through this connection counts. */
    static Tally on(Connection connection) throws SQLException {
        Tally tally = new Tally(connection, WorkTables.tallies(connection));
        Function.create(connection, TABLE, tally.new OnRow());
        try (Statement statement = connection.createStatement()) {
            // or a replaced row would go unseen
            statement.execute("pragma recursive_triggers = on");
            for (String table : WorkTables.counted(connection)) {
                List<String> columns = WorkTables.columns(connection, table);
                String gone = call(table, -1, "old", columns);
                String come = call(table, 1, "new", columns);
                trigger(statement, table, "insert", come);
                trigger(statement, table, "delete", gone);
                trigger(statement, table, "update", gone + come);
            }
        }
        return tally;
    }

    private static void trigger(Statement statement, String table, String on, String calls) throws SQLException {
        statement.execute("create temp trigger tally_" + table + "_" + on + " after " + on + " on main." + table
                + " begin " + calls + " end");
    }

    private static String call(String table, int sign, String row, List<String> columns) {
        StringBuilder call = new StringBuilder("select tally(" + sign + ", " + WorkTables.kind(table, row + "."));
        columns.forEach(column -> call.append(", ").append(row).append('.').append(column));
        return call.append(");").toString();
    }

    private final class OnRow extends Function {
        @Override
        protected void xFunc() throws SQLException {
            String kind = value_text(1);
            sha256.update(kind.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            for (int column = BEFORE_COLUMNS; column < args(); column++) {
                add(sha256, String.valueOf(value_text(column)));
            }
            int sign = value_int(0);
            long row = head(sha256.digest());
            pending.merge(
                    kind,
                    Sum.NONE.plus(row, sign),
                    (one, other) -> new Sum(one.rows + other.rows, one.digest + other.digest));
            result();
        }
    }

    /** What a row's digest is made of; as {@link OnRow} counts it. */
    static long digest(MessageDigest sha256, String kind, List<String> columns) {
        sha256.update(kind.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        columns.forEach(column -> add(sha256, column));
        return head(sha256.digest());
    }

    private static void add(MessageDigest sha256, String column) {
        sha256.update(column.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
    }

    private static long head(byte[] digest) {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << Byte.SIZE | digest[i] & 0xff;
        }
        return value;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The last statement of a transaction. */
    void write() throws SQLException {
        if (pending.isEmpty()) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("insert or replace into " + TABLE + " values (?, ?, ?)")) {
            for (Map.Entry<String, Sum> change : pending.entrySet()) {
                Sum sum = sum(change);
                statement.setString(1, change.getKey());
                statement.setLong(2, sum.rows());
                statement.setLong(3, sum.digest());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private Sum sum(Map.Entry<String, Sum> change) {
        Sum before = written.getOrDefault(change.getKey(), Sum.NONE);
        return new Sum(
                before.rows() + change.getValue().rows(),
                before.digest() + change.getValue().digest());
    }

    void committed() {
        pending.entrySet().forEach(change -> written.put(change.getKey(), sum(change)));
        pending.clear();
    }

    void rolledBack() {
        pending.clear();
    }
}
