package org.quitclaim.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.quitclaim.demo.verb.DemoClock;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.embedded.EmbeddedVault;
import org.quitclaim.vault.embedded.VaultFolders;

/**
 * Destructions of keys that were begun and have no receipt. The work of an erasure would take most of them up again in time;
 * opening the vault finishes every one of them before anything else.
 */
record ShredsLeft(Path data) {
    boolean any() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("keys.db"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from shred where deleted_at is null")) {
            return row.getInt(1) > 0;
        }
    }

    /** Nobody works off anything meanwhile. */
    void openVaultAlone() throws VaultException, IOException {
        try (Vault vault = EmbeddedVault.open(VaultFolders.of(data), new DemoClock(data.resolve("demo-clock")))) {
            vault.installation();
        }
    }
}
