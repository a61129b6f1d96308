package org.quitclaim.vault.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.EpochRetired;
import org.quitclaim.vault.storage.StoredEpoch;

/** Rows of {@code keys.db} that say what became of each epoch. The state is stored by name: never rename one. */
final class EpochRows {
    static final String TABLE = "CREATE TABLE IF NOT EXISTS epoch(number INTEGER PRIMARY KEY, state TEXT NOT NULL,"
            + " began_at INTEGER NOT NULL, retired_at INTEGER, key_gone_by INTEGER) STRICT";

    private EpochRows() {}

    static List<StoredEpoch> all(Connection connection) throws SQLException {
        List<StoredEpoch> epochs = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT number, state, began_at, retired_at, key_gone_by FROM epoch ORDER BY number");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                epochs.add(read(row));
            }
        }
        return epochs;
    }

    private static StoredEpoch read(ResultSet row) throws SQLException {
        Epoch epoch = new Epoch(row.getInt(1));
        Instant began = Instant.ofEpochMilli(row.getLong(3));
        return switch (row.getString(2)) {
            case "CURRENT" -> new StoredEpoch.Current(epoch, began);
            case "RETIRING" -> new StoredEpoch.Retiring(epoch, began);
            case "RETIRED" ->
                new StoredEpoch.Retired(new EpochRetired(
                        epoch, began, Instant.ofEpochMilli(row.getLong(4)), Instant.ofEpochMilli(row.getLong(5))));
            default -> throw new SpoiltRow();
        };
    }

    static void store(Connection connection, List<StoredEpoch> epochs) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT OR REPLACE INTO epoch(number, state,"
                + " began_at, retired_at, key_gone_by) VALUES(?,?,?,?,?)")) {
            for (StoredEpoch each : epochs) {
                insert.setInt(1, each.epoch().number());
                insert.setLong(3, each.beganAt().toEpochMilli());
                insert.setObject(4, null);
                insert.setObject(5, null);
                switch (each) {
                    case StoredEpoch.Current current -> insert.setString(2, "CURRENT");
                    case StoredEpoch.Retiring retiring -> insert.setString(2, "RETIRING");
                    case StoredEpoch.Retired(EpochRetired retired) -> {
                        insert.setString(2, "RETIRED");
                        insert.setLong(4, retired.at().toEpochMilli());
                        insert.setLong(5, retired.keyGoneBy().toEpochMilli());
                    }
                }
                insert.executeUpdate();
            }
        }
    }
}
