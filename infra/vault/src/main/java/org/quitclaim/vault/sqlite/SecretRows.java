package org.quitclaim.vault.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.storage.WrappedSecret;

/** Rows of {@code keys.db} with the installation's own secrets. */
final class SecretRows {
    static final String TABLE =
            "CREATE TABLE IF NOT EXISTS secret(name TEXT PRIMARY KEY, epoch INTEGER NOT NULL, wrapped BLOB NOT NULL)"
                    + " STRICT";

    private SecretRows() {}

    static Optional<WrappedSecret> find(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT epoch, wrapped FROM secret WHERE name=?")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new WrappedSecret(new Epoch(row.getInt(1)), row.getBytes(2)))
                        : Optional.empty();
            }
        }
    }

    static List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT name FROM secret ORDER BY name");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    /** How many are wrapped in any epoch but this one. */
    static long countOthers(Connection connection, Epoch epoch) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT count(*) FROM secret WHERE epoch<>?")) {
            query.setInt(1, epoch.number());
            try (ResultSet row = query.executeQuery()) {
                return row.getLong(1);
            }
        }
    }

    static Set<Epoch> epochs(Connection connection) throws SQLException {
        Set<Epoch> epochs = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT DISTINCT epoch FROM secret");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                epochs.add(new Epoch(row.getInt(1)));
            }
        }
        return epochs;
    }

    static void add(Connection connection, String name, WrappedSecret secret) throws SQLException {
        write(connection, "INSERT INTO secret(epoch, wrapped, name) VALUES(?,?,?)", name, secret);
    }

    static void replace(Connection connection, String name, WrappedSecret secret) throws SQLException {
        write(connection, "UPDATE secret SET epoch=?, wrapped=? WHERE name=?", name, secret);
    }

    private static void write(Connection connection, String sql, String name, WrappedSecret secret)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, secret.epoch().number());
            statement.setBytes(2, secret.bytes());
            statement.setString(3, name);
            statement.executeUpdate();
        }
    }
}
