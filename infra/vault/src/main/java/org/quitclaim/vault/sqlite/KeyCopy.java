package org.quitclaim.vault.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.storage.StorageStep;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/** A copy of a database, written in one piece and read back. */
final class KeyCopy {
    private static final String RAW = ".raw";
    private static final int ALL_PAGES = -1;
    private static final int MILLIS_BETWEEN = 100;
    private static final int TRIES = 300;

    private KeyCopy() {}

    /**
     * Copies the pages as they lie, then rewrites the copy without what was deleted. Rewriting takes several times as long,
     * and while somebody reads nothing can be made to leave the log: so it is done on the copy.
     */
    static void write(Connection connection, Path file, StorageStep step) throws SQLException {
        Path raw = file.resolveSibling(file.getFileName() + RAW);
        try {
            Files.deleteIfExists(raw);
            copyPages(connection, raw);
            step.before("rewrite copy");
            try (Connection copy = DriverManager.getConnection("jdbc:sqlite:" + raw);
                    PreparedStatement rewrite = copy.prepareStatement("VACUUM INTO ?")) {
                rewrite.setString(1, file.toString());
                rewrite.executeUpdate();
            }
            step.after("rewrite copy");
        } catch (IOException e) {
            throw new SQLException(e);
        } finally {
            remove(raw);
        }
    }

    private static void copyPages(Connection connection, Path raw) throws SQLException {
        int answer = connection
                .unwrap(SQLiteConnection.class)
                .getDatabase()
                .backup("main", raw.toString(), null, MILLIS_BETWEEN, TRIES, ALL_PAGES);
        if (answer != SQLiteErrorCode.SQLITE_OK.code) {
            throw new SQLException("the pages could not be copied", null, answer);
        }
    }

    private static void remove(Path raw) throws SQLException {
        try {
            for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
                Files.deleteIfExists(raw.resolveSibling(raw.getFileName() + suffix));
            }
        } catch (IOException e) {
            throw new SQLException(e);
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
