package org.quitclaim.vault.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.storage.StorageStep;

/** A killed process does not show a missing fsync, because the page cache survives it: the settings must be asserted. */
class DurabilityTest {
    @TempDir
    Path folder;

    private static Map<String, String> settings(Connection connection) throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String name : List.of("journal_mode", "synchronous", "secure_delete", "temp_store", "foreign_keys")) {
                try (ResultSet row = statement.executeQuery("PRAGMA " + name)) {
                    settings.put(name, row.getString(1));
                }
            }
        }
        return settings;
    }

    @Test
    void everyConnectionOfBothDatabasesIsDurableAndForgets() throws VaultException, SQLException {
        try (SqliteKeyStore keys = SqliteKeyStore.open(folder.resolve("keys.db"), StorageStep.UNOBSERVED);
                SqliteRecordStore records =
                        SqliteRecordStore.open(folder.resolve("records.db"), StorageStep.UNOBSERVED)) {
            for (SqliteDatabase database : List.of(keys.database(), records.database())) {
                assertThat(database.connections()).hasSize(5);
                for (Connection connection : database.connections()) {
                    assertThat(settings(connection))
                            .isEqualTo(Map.of(
                                    "journal_mode", "wal",
                                    "synchronous", "2",
                                    "secure_delete", "1",
                                    "temp_store", "2",
                                    "foreign_keys", "1"));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "synchronous=NORMAL",
                "synchronous=OFF",
                "secure_delete=OFF",
                "secure_delete=FAST",
                "temp_store=FILE"
            })
    void aConnectionWithAnyOtherSettingIsRefused(String weakened) throws SQLException {
        try (Connection connection = DurableConnection.open(folder.resolve("some.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA " + weakened);
            assertThatThrownBy(() -> DurableConnection.requireDurable(connection))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining(weakened.substring(0, weakened.indexOf('=')));
        }
    }
}
