package org.quitclaim.vault.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows of {@code keys.db} that say where copies of key-encryption keys lie, per data folder that said so. */
final class KekFolders {
    static final String TABLE =
            "CREATE TABLE IF NOT EXISTS kek_folder(home TEXT NOT NULL, folder TEXT NOT NULL, PRIMARY KEY(home, folder))"
                    + " STRICT, WITHOUT ROWID";

    private KekFolders() {}

    static List<String> of(Connection connection, String home) throws SQLException {
        return list(connection, "SELECT folder FROM kek_folder WHERE home=? ORDER BY folder", home);
    }

    static List<String> homes(Connection connection, String folder) throws SQLException {
        return list(connection, "SELECT home FROM kek_folder WHERE folder=? ORDER BY home", folder);
    }

    private static List<String> list(Connection connection, String sql, String of) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, of);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }

    static void add(Connection connection, String home, String folder) throws SQLException {
        change(connection, "INSERT OR IGNORE INTO kek_folder(home, folder) VALUES(?,?)", home, folder);
    }

    static void remove(Connection connection, String home, String folder) throws SQLException {
        change(connection, "DELETE FROM kek_folder WHERE home=? AND folder=?", home, folder);
    }

    private static void change(Connection connection, String sql, String home, String folder) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, home);
            statement.setString(2, folder);
            statement.executeUpdate();
        }
    }
}
