package org.quitclaim.vault.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Rows of {@code keys.db} that say which backup target was used last, and which were before it. */
final class BackupTargets {
    static final String TABLE = "CREATE TABLE IF NOT EXISTS backup_target(number INTEGER PRIMARY KEY,"
            + " folder TEXT NOT NULL, former INTEGER NOT NULL) STRICT";

    private BackupTargets() {}

    static List<String> all(Connection connection, boolean former) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT folder FROM backup_target WHERE former=? ORDER BY number")) {
            query.setBoolean(1, former);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }

    /** The one used last, known by another path from now on or for the first time. */
    static void use(Connection connection, String folder) throws SQLException {
        execute(connection, "DELETE FROM backup_target WHERE former=0");
        add(connection, folder);
    }

    /** The one used last is a former one. */
    static void replace(Connection connection, String folder) throws SQLException {
        execute(connection, "UPDATE backup_target SET former=1");
        add(connection, folder);
    }

    static void forgetFormer(Connection connection) throws SQLException {
        execute(connection, "DELETE FROM backup_target WHERE former=1");
    }

    /** What was restored has yet to be told where its backup target is. */
    static void forgetAll(Connection connection) throws SQLException {
        execute(connection, TABLE);
        execute(connection, "DELETE FROM backup_target");
    }

    private static void add(Connection connection, String folder) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO backup_target(folder, former) VALUES(?,0)")) {
            insert.setString(1, folder);
            insert.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
