package org.quitclaim.vault.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.quitclaim.vault.VaultException.KeysDamaged;
import org.sqlite.SQLiteConfig;

/** Looks whether a database file is sound, without writing to it. */
final class SoundDatabase {
    private SoundDatabase() {}

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
