package org.quitclaim.vault.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import org.quitclaim.vault.LedgerDoubt;
import org.quitclaim.vault.storage.LedgerMark;

/** The one row of {@code keys.db} that says what is known of the ledger at the backup target. */
final class LedgerRow {
    static final String TABLE = "CREATE TABLE IF NOT EXISTS ledger(one INTEGER PRIMARY KEY CHECK(one = 1),"
            + " ledger TEXT NOT NULL DEFAULT '', number INTEGER NOT NULL DEFAULT 0, at INTEGER NOT NULL DEFAULT 0,"
            + " moved INTEGER NOT NULL DEFAULT 0, doubt TEXT, doubted INTEGER NOT NULL DEFAULT 0) STRICT";

    private LedgerRow() {}

    static LedgerMark read(Connection connection) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT ledger, number, at, moved, doubt, doubted FROM ledger");
                ResultSet row = query.executeQuery()) {
            return row.next()
                    ? new LedgerMark(
                            row.getString(1),
                            row.getLong(2),
                            Instant.ofEpochMilli(row.getLong(3)),
                            row.getBoolean(4),
                            Optional.ofNullable(row.getString(5)).map(LedgerDoubt::valueOf),
                            Instant.ofEpochMilli(row.getLong(6)))
                    : LedgerMark.NONE;
        }
    }

    static void write(Connection connection, LedgerMark mark) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(
                "INSERT OR REPLACE INTO ledger(one, ledger, number, at, moved, doubt, doubted)"
                        + " VALUES(1,?,?,?,?,?,?)")) {
            write.setString(1, mark.ledger());
            write.setLong(2, mark.number());
            write.setLong(3, mark.at().toEpochMilli());
            write.setBoolean(4, mark.moved());
            write.setString(5, mark.doubt().map(LedgerDoubt::name).orElse(null));
            write.setLong(6, mark.doubted().toEpochMilli());
            write.executeUpdate();
        }
    }

    static void moved(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO ledger(one, moved) VALUES(1, 1) ON CONFLICT(one) DO UPDATE SET moved = 1");
        }
    }
}
