package org.quitclaim.vault.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.LedgerMark;
import org.quitclaim.vault.storage.StorageStep;
import org.quitclaim.vault.storage.StoredEpoch;

/**
 * Copies SQLite files that somebody else may be writing to, and reads what a copy says.
 *
 * <p><b>Guarantees:</b> a copy is the state of one moment, without deleted content, whatever goes on in the file.
 */
public final class SqliteCopy {
    private static final int PATIENCE_MILLIS = 30_000;

    private SqliteCopy() {}

    /** Copies to a file that does not exist yet. */
    public static void copy(Path from, Path to) throws StorageFailure {
        read(from, connection -> {
            KeyCopy.write(connection, to, StorageStep.UNOBSERVED);
            return to;
        });
    }

    /** Whose {@code keys.db} or {@code records.db} it is. */
    public static Optional<InstallationId> installation(Path file) throws StorageFailure {
        return read(file, InstallationRow::read);
    }

    /** The current epoch of a {@code keys.db}; the first for one from before epochs were written down. */
    public static Epoch epoch(Path keys) throws StorageFailure {
        return read(
                keys,
                connection -> EpochRows.all(connection).stream()
                        .filter(each -> each instanceof StoredEpoch.Current)
                        .map(StoredEpoch::epoch)
                        .findFirst()
                        .orElse(Epoch.FIRST));
    }

    /** The epochs whose keys it takes to open everything in a {@code keys.db}: two, if a rotation was under way. */
    public static Set<Epoch> epochsNeeded(Path keys) throws StorageFailure {
        return read(keys, connection -> {
            Set<Epoch> epochs = WrappedIn.epochs(connection);
            epochs.addAll(SecretRows.epochs(connection));
            return epochs;
        });
    }

    /** What a {@code keys.db} remembers of the ledger. */
    public static LedgerMark ledger(Path keys) throws StorageFailure {
        return read(keys, LedgerRow::read);
    }

    /**
     * Makes a copied {@code keys.db} a copy of its own: it is told from the one it was made from when it is opened, and
     * then looks whether the ledger reaches as far as its history.
     *
     * @param history what the ledger was when the history of this copy ended
     */
    public static void forgetInstance(Path keys, LedgerMark history) throws StorageFailure {
        read(keys, connection -> {
            InstanceRow.forget(connection);
            BackupTargets.forgetAll(connection);
            LedgerMark known = LedgerRow.read(connection);
            boolean further = known.ledger().equals(history.ledger()) && known.number() > history.number();
            LedgerRow.write(
                    connection,
                    new LedgerMark(
                            history.ledger(),
                            further ? known.number() : history.number(),
                            history.at(),
                            true,
                            known.doubt(),
                            known.doubted()));
            return keys;
        });
    }

    /** The backup targets that a {@code keys.db} names as replaced. */
    public static List<String> formerBackupTargets(Path keys) throws StorageFailure {
        return read(keys, connection -> BackupTargets.all(connection, true));
    }

    /** The position of the last event in an {@code events.db}. */
    public static long lastPosition(Path events) throws StorageFailure {
        return read(events, connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT coalesce(max(position), 0) FROM events")) {
                return row.getLong(1);
            }
        });
    }

    /** The records of a {@code records.db} whose content lies in sealed files. */
    public static List<RecordId> sealedFiles(Path records) throws StorageFailure {
        return read(records, connection -> {
            List<RecordId> ids = new ArrayList<>();
            try (PreparedStatement query =
                            connection.prepareStatement("SELECT id FROM record WHERE ciphertext IS NULL ORDER BY id");
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ids.add(new RecordId(row.getString(1)));
                }
            }
            return ids;
        });
    }

    /** Of these records those that are there still, under a key that was not destroyed. */
    public static List<RecordId> stillMeant(Path records, Path keys, List<RecordId> ids) throws StorageFailure {
        Map<RecordId, byte[]> named = read(records, connection -> keysOf(connection, ids));
        return read(keys, connection -> {
            List<RecordId> meant = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement("SELECT body FROM data_key WHERE ref=?")) {
                for (Map.Entry<RecordId, byte[]> record : named.entrySet()) {
                    query.setBytes(1, record.getValue());
                    try (ResultSet row = query.executeQuery()) {
                        if (!row.next() || KeyBody.isLiving(row.getBytes(1))) {
                            meant.add(record.getKey());
                        }
                    }
                }
            }
            return meant;
        });
    }

    private static Map<RecordId, byte[]> keysOf(Connection connection, List<RecordId> ids) throws SQLException {
        Map<RecordId, byte[]> keys = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT key_ref FROM record WHERE id=?")) {
            for (RecordId id : ids) {
                query.setString(1, id.value());
                try (ResultSet row = query.executeQuery()) {
                    if (row.next()) {
                        keys.put(id, row.getBytes(1));
                    }
                }
            }
        }
        return keys;
    }

    private static <T> T read(Path file, SqlWork<T> work) throws StorageFailure {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout=" + PATIENCE_MILLIS);
            statement.execute("PRAGMA temp_store=MEMORY");
            return work.on(connection);
        } catch (SQLException e) {
            throw new StorageFailure("copy " + file.getFileName(), e);
        }
    }
}
