package org.quitclaim.vault.sqlite;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Access;
import org.quitclaim.vault.BlindIndex;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.RecordKind;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.RecordsDamaged;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.KeyRefForm;
import org.quitclaim.vault.storage.RecordStore;
import org.quitclaim.vault.storage.StorageStep;
import org.quitclaim.vault.storage.StoredRecord;

/** {@code records.db}: sealed rows, where sealed files are, blind indexes, and the access log. */
public final class SqliteRecordStore implements RecordStore {
    private static final List<String> SCHEMA = List.of(
            "CREATE TABLE IF NOT EXISTS installation(id TEXT NOT NULL) STRICT",
            "CREATE TABLE IF NOT EXISTS record(seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, key_ref BLOB NOT NULL,"
                    + " kind TEXT NOT NULL, sealed_at INTEGER NOT NULL, ciphertext BLOB) STRICT",
            "CREATE INDEX IF NOT EXISTS record_key ON record(key_ref)",
            "CREATE TABLE IF NOT EXISTS blind_index(kind TEXT NOT NULL, digest BLOB NOT NULL, record INTEGER NOT NULL"
                    + " REFERENCES record(seq) ON DELETE CASCADE, PRIMARY KEY(kind, digest, record))"
                    + " STRICT, WITHOUT ROWID",
            "CREATE INDEX IF NOT EXISTS blind_index_record ON blind_index(record)",
            AccessLog.ACCESS_TABLE,
            AccessLog.RECORD_TABLE,
            AccessLog.BY_TIME,
            AccessLog.BY_ACCESS);

    private final SqliteDatabase database;

    private SqliteRecordStore(SqliteDatabase database) {
        this.database = database;
    }

    public static SqliteRecordStore open(Path file, StorageStep step) throws StorageFailure, RecordsDamaged {
        try {
            return new SqliteRecordStore(SqliteDatabase.open(file, SCHEMA, step));
        } catch (StorageFailure e) {
            if (SoundDatabase.isUnsound(e.getCause())) {
                throw new RecordsDamaged(e);
            }
            throw e;
        }
    }

    @Override
    public Optional<InstallationId> installation() throws StorageFailure {
        return database.read("read the installation", InstallationRow::read);
    }

    @Override
    public void found(InstallationId installation) throws StorageFailure {
        database.write("store the installation", connection -> InstallationRow.write(connection, installation));
    }

    @Override
    public void insert(List<StoredRecord.Indexed> records) throws VaultException {
        try {
            database.write("store records", connection -> {
                for (StoredRecord.Indexed each : records) {
                    RecordRow.insert(connection, each);
                }
            });
        } catch (StorageFailure e) {
            if (e.getCause() instanceof SQLIntegrityConstraintViolationException) {
                throw VaultException.recordExists();
            }
            throw e;
        }
    }

    @Override
    public Map<RecordId, StoredRecord> find(Collection<RecordId> ids) throws StorageFailure {
        return database.read("find records", connection -> {
            Map<RecordId, StoredRecord> found = new HashMap<>();
            try (PreparedStatement query = connection.prepareStatement(RecordRow.BY_ID)) {
                for (RecordId id : ids) {
                    query.setString(1, id.value());
                    try (ResultSet row = query.executeQuery()) {
                        if (row.next()) {
                            RecordRow.read(id, row).ifPresent(record -> found.put(id, record));
                        }
                    }
                }
            }
            return found;
        });
    }

    @Override
    public Set<RecordId> held(Collection<RecordId> ids) throws StorageFailure {
        return database.read("look for records", connection -> {
            Set<RecordId> held = new HashSet<>();
            try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM record WHERE id=?")) {
                for (RecordId id : ids) {
                    query.setString(1, id.value());
                    try (ResultSet row = query.executeQuery()) {
                        if (row.next()) {
                            held.add(id);
                        }
                    }
                }
            }
            return held;
        });
    }

    @Override
    public long ofNobody() throws StorageFailure {
        return database.read("look whose the records are", connection -> {
            long count = 0;
            try (PreparedStatement query =
                            connection.prepareStatement("SELECT key_ref, count(*) FROM record GROUP BY key_ref");
                    ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    count += KeyRefForm.read(rows.getBytes(1)).isPresent() ? 0 : rows.getLong(2);
                }
            }
            return count;
        });
    }

    @Override
    public List<RecordId> sealedUnder(KeyRef key) throws StorageFailure {
        return database.read("list records of a key", connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT id FROM record WHERE key_ref=? ORDER BY seq")) {
                query.setBytes(1, KeyRefForm.encode(key));
                return ids(query);
            }
        });
    }

    @Override
    public Set<KeyRef> keysInUse() throws StorageFailure {
        return database.read("list keys in use", connection -> {
            Set<KeyRef> keys = new HashSet<>();
            try (PreparedStatement query = connection.prepareStatement("SELECT DISTINCT key_ref FROM record");
                    ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    KeyRefForm.read(rows.getBytes(1)).ifPresent(keys::add);
                }
            }
            return keys;
        });
    }

    @Override
    public List<RecordId> findByBlindIndex(RecordKind kind, BlindIndex index) throws StorageFailure {
        return database.read("find by blind index", connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT r.id FROM blind_index b JOIN record r"
                    + " ON r.seq=b.record WHERE b.kind=? AND b.digest=? ORDER BY b.record")) {
                query.setString(1, kind.code());
                query.setBytes(2, index.digest());
                return ids(query);
            }
        });
    }

    @Override
    public void delete(Collection<RecordId> ids) throws StorageFailure {
        database.write("delete records", connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM record WHERE id=?")) {
                for (RecordId id : ids) {
                    delete.setString(1, id.value());
                    delete.executeUpdate();
                }
            }
        });
    }

    @Override
    public void log(Access access, Collection<RecordId> ids) throws StorageFailure {
        database.write("write the access log", connection -> AccessLog.add(connection, access, ids));
    }

    @Override
    public List<Access> accesses(RecordId id) throws StorageFailure {
        return database.read("read the access log", connection -> AccessLog.of(connection, id));
    }

    @Override
    public Map<ActorId, Integer> readers(RecordKind kind, Instant since) throws StorageFailure {
        return database.read("read the access log", connection -> AccessLog.readers(connection, kind, since));
    }

    @Override
    public List<RecordId> sealedUpTo(Instant limit, Optional<RecordId> previous, int count) throws StorageFailure {
        return database.read("list records", connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT id FROM record WHERE id>? AND sealed_at<=? ORDER BY id LIMIT ?")) {
                query.setString(1, previous.map(RecordId::value).orElse(""));
                query.setLong(2, limit.toEpochMilli());
                query.setInt(3, count);
                return ids(query);
            }
        });
    }

    @Override
    public void settle() throws VaultException {
        database.checkpoint();
    }

    @Override
    public void rewrite() throws VaultException {
        database.vacuum();
    }

    @Override
    public void close() throws StorageFailure {
        database.close();
    }

    SqliteDatabase database() {
        return database;
    }

    private static List<RecordId> ids(PreparedStatement query) throws SQLException {
        List<RecordId> ids = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                ids.add(new RecordId(rows.getString(1)));
            }
        }
        return ids;
    }
}
