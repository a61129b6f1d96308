package org.quitclaim.vault.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.quitclaim.vault.storage.VaultInstance;

/** The one row of {@code keys.db} that tells this copy of an installation from its other copies. */
final class InstanceRow {
    static final String TABLE = "CREATE TABLE IF NOT EXISTS instance(id TEXT NOT NULL, home TEXT NOT NULL,"
            + " machine TEXT NOT NULL) STRICT";

    private InstanceRow() {}

    static Optional<VaultInstance> read(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT id, home, machine FROM instance");
                ResultSet row = query.executeQuery()) {
            return row.next()
                    ? Optional.of(new VaultInstance(row.getString(1), row.getString(2), row.getString(3)))
                    : Optional.empty();
        }
    }

    static void write(Connection connection, VaultInstance instance) throws SQLException {
        forget(connection);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO instance(id, home, machine) VALUES(?,?,?)")) {
            insert.setString(1, instance.id());
            insert.setString(2, instance.home());
            insert.setString(3, instance.machine());
            insert.executeUpdate();
        }
    }

    static void forget(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM instance");
        }
    }
}
