package org.quitclaim.vault.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.InstallationId;

/** A copy of {@code keys.db}, written in one piece and read back. */
final class KeyCopy {
    private KeyCopy() {}

    static void write(Connection connection, Path file) throws SQLException {
        try (PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, file.toString());
            copy.executeUpdate();
        }
    }

    /** Whether it is undamaged, of this installation, and holds no living key or secret of another epoch. */
    static boolean isWhole(Path file, InstallationId installation, Epoch epoch) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            return intact(statement)
                    && InstallationRow.read(connection)
                            .filter(installation::equals)
                            .isPresent()
                    && WrappedIn.countOthers(connection, epoch) == 0
                    && SecretRows.countOthers(connection, epoch) == 0;
        }
    }

    private static boolean intact(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
            return "ok".equals(row.getString(1));
        }
    }
}
