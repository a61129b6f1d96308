package org.quitclaim.vault.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.RecordKind;

/**
 * What the files of a vault say without its keys: whose it is, and whether it holds anything.
 *
 * <p><b>Guarantees:</b> changes nothing, and works beside a server. What cannot be read is not told: whoever opens the vault
 * says why.
 */
public final class VaultGlance {
    private VaultGlance() {}

    public static Optional<InstallationId> installation(Path data) {
        return texts(data.resolve("keys.db"), "select id from installation").stream()
                .findFirst()
                .map(InstallationId::new);
    }

    /** Whether a record of another kind than these is sealed in it. */
    public static boolean holdsOthers(Path data, Set<RecordKind> than) {
        String kinds = than.stream().map(kind -> "'" + kind.code() + "'").collect(Collectors.joining(", "));
        return !texts(data.resolve("records.db"), "select id from record where kind not in (" + kinds + ") limit 1")
                .isEmpty();
    }

    /** Whether a secret of the installation was made under this name. */
    public static boolean holdsSecret(Path data, String name) {
        return texts(data.resolve("keys.db"), "select name from secret").contains(name);
    }

    private static Set<String> texts(Path file, String query) {
        Set<String> found = new HashSet<>();
        if (!Files.exists(file)) {
            return found;
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        } catch (SQLException e) {
            return Set.of();
        }
    }
}
