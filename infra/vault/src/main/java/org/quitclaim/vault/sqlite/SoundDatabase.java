package org.quitclaim.vault.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quitclaim.vault.VaultException.KeysDamaged;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Looks whether a database file is sound, without writing to it. */
final class SoundDatabase {
    private SoundDatabase() {}

    /** Whether a database failed because its file is none, or damaged, or a row holds what is never written there; not because it could not be reached. */
    static boolean isUnsound(@Nullable Throwable failure) {
        return failure instanceof SpoiltRow
                || failure instanceof SQLiteException e
                        && Set.of(SQLiteErrorCode.SQLITE_NOTADB, SQLiteErrorCode.SQLITE_CORRUPT)
                                .contains(e.getResultCode());
    }

    /**
     * Reads every page once; a file that is not there yet, or empty, is sound.
     *
     * @throws KeysDamaged if it is no database, or one whose pages do not fit together
     */
    static void require(Path file) throws KeysDamaged {
        if (!Files.exists(file)) {
            return;
        }
        SQLiteConfig reading = new SQLiteConfig();
        reading.setReadOnly(true);
        try (Connection connection = reading.createConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet said = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!said.next() || !"ok".equals(said.getString(1))) {
                throw new KeysDamaged();
            }
        } catch (SQLException e) {
            throw new KeysDamaged(e);
        }
    }
}
