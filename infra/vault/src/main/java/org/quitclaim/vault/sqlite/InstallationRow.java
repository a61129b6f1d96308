package org.quitclaim.vault.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.quitclaim.domain.id.InstallationId;

/** The one row that says whose file this is. */
final class InstallationRow {
    private InstallationRow() {}

    static Optional<InstallationId> read(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT id FROM installation");
                ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(new InstallationId(row.getString(1))) : Optional.empty();
        }
    }

    static void write(Connection connection, InstallationId id) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO installation(id) VALUES(?)")) {
            insert.setString(1, id.value());
            insert.executeUpdate();
        }
    }
}
