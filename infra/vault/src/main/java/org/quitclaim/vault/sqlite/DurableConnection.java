package org.quitclaim.vault.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Opens connections that are durable and forget what they delete, and refuses any other.
 *
 * <p>A setting that silently did not take would be noticed only after a power cut, so every one is read back.
 */
final class DurableConnection {
    private static final String BUSY_TIMEOUT = "250";

    private record Setting(String set, String readBack) {}

    private static final Map<String, Setting> SETTINGS = settings();

    private DurableConnection() {}

    private static Map<String, Setting> settings() {
        Map<String, Setting> settings = new LinkedHashMap<>();
        settings.put("journal_mode", new Setting("WAL", "wal"));
        settings.put("synchronous", new Setting("FULL", "2"));
        settings.put("secure_delete", new Setting("ON", "1"));
        // a VACUUM must not leave keys in a temporary file
        settings.put("temp_store", new Setting("MEMORY", "2"));
        settings.put("foreign_keys", new Setting("ON", "1"));
        settings.put("trusted_schema", new Setting("OFF", "0"));
        settings.put("busy_timeout", new Setting(BUSY_TIMEOUT, BUSY_TIMEOUT));
        return settings;
    }

    static Connection open(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, Setting> setting : SETTINGS.entrySet()) {
                statement.execute(
                        "PRAGMA " + setting.getKey() + "=" + setting.getValue().set());
            }
        }
        requireDurable(connection);
        return connection;
    }

    /** What is in somebody's way is told at once, until {@link #waitAsUsual}. */
    static void waitForNobody(Connection connection) throws SQLException {
        execute(connection, "PRAGMA busy_timeout=0");
    }

    static void waitAsUsual(Connection connection) throws SQLException {
        execute(connection, "PRAGMA busy_timeout=" + BUSY_TIMEOUT);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Fails unless every setting is in force on this connection. */
    static void requireDurable(Connection connection) throws SQLException {
        for (Map.Entry<String, Setting> setting : SETTINGS.entrySet()) {
            String actual = pragma(connection, setting.getKey());
            if (!actual.equals(setting.getValue().readBack())) {
                throw new SQLException("PRAGMA " + setting.getKey() + " is " + actual + " instead of "
                        + setting.getValue().readBack());
            }
        }
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return row.next() ? row.getString(1) : "absent";
        }
    }
}
