package org.quitclaim.vault.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.KeyOwner;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.ShredReceipt;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.KeyPage;
import org.quitclaim.vault.storage.KeyRefForm;
import org.quitclaim.vault.storage.KeyRow;
import org.quitclaim.vault.storage.KeyStore;
import org.quitclaim.vault.storage.LedgerMark;
import org.quitclaim.vault.storage.ShredOrder;
import org.quitclaim.vault.storage.StorageStep;
import org.quitclaim.vault.storage.StoredEpoch;
import org.quitclaim.vault.storage.StoredKey;
import org.quitclaim.vault.storage.Tombstone;
import org.quitclaim.vault.storage.VaultInstance;
import org.quitclaim.vault.storage.WrappedKey;
import org.quitclaim.vault.storage.WrappedSecret;

/**
 * {@code keys.db}.
 *
 * <p><b>How it forgets:</b> rows of {@code data_key} are only ever appended and overwritten at equal length, so SQLite
 * has no reason to move one and leave a copy behind; {@code secure_delete} and an emptied log do the rest. That nothing
 * was left is not believed but searched for: no run of 31 bytes of the wrapped key stands in the file or its log.
 *
 * <p><b>Not covered:</b> what the file system or the medium keeps of overwritten blocks.
 */
public final class SqliteKeyStore implements KeyStore {
    private static final int NEEDLE = 16;
    private static final List<String> SCHEMA = List.of(
            "CREATE TABLE IF NOT EXISTS installation(id TEXT NOT NULL) STRICT",
            SecretRows.TABLE,
            EpochRows.TABLE,
            KekFolders.TABLE,
            BackupTargets.TABLE,
            InstanceRow.TABLE,
            LedgerRow.TABLE,
            "CREATE TABLE IF NOT EXISTS data_key(id INTEGER PRIMARY KEY, ref BLOB NOT NULL CHECK(length(ref)="
                    + KeyRefForm.LENGTH + "), body BLOB NOT NULL CHECK(length(body)=" + KeyBody.LENGTH + ")) STRICT",
            "CREATE UNIQUE INDEX IF NOT EXISTS data_key_ref ON data_key(ref)",
            ShredLedger.TABLE);

    private final SqliteDatabase database;
    private final StorageStep step;

    private SqliteKeyStore(SqliteDatabase database, StorageStep step) {
        this.database = database;
        this.step = step;
    }

    /**
     * Opens the file, or makes it.
     *
     * @throws VaultException.KeysDamaged if it is not sound; nothing is written to it then
     */
    public static SqliteKeyStore open(Path file, StorageStep step) throws VaultException {
        return open(file, step, SqliteDatabase.PATIENCE);
    }

    static SqliteKeyStore open(Path file, StorageStep step, Duration patience) throws VaultException {
        SoundDatabase.require(file);
        SqliteDatabase database = SqliteDatabase.open(file, SCHEMA, step, patience);
        database.write("bring the receipts up to date", ShredLedger::rememberEpochs);
        return new SqliteKeyStore(database, step);
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
    public Optional<WrappedSecret> secret(String name) throws StorageFailure {
        return database.read("read a secret", connection -> SecretRows.find(connection, name));
    }

    @Override
    public void addSecret(String name, WrappedSecret secret) throws StorageFailure {
        database.write("store a secret", connection -> SecretRows.add(connection, name, secret));
    }

    @Override
    public void insert(StoredKey key) throws StorageFailure {
        database.write("store a key", connection -> {
            byte[] body = KeyBody.of(key);
            if (bodyOf(connection, key.ref()).filter(KeyBody::isVacant).isPresent()) {
                overwrite(connection, key.ref(), body);
            } else {
                append(connection, key.ref(), body);
            }
        });
    }

    @Override
    public Optional<StoredKey> find(KeyRef key) throws StorageFailure {
        return database.read("find a key", connection -> KeyRows.find(connection, key));
    }

    @Override
    public List<StoredKey> generations(KeyOwner owner, KeyScope scope) throws StorageFailure {
        byte[] first = KeyRefForm.ownerAndScope(owner, scope);
        byte[] beyond = first.clone();
        beyond[beyond.length - 1]++;
        return database.read("list generations", connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT " + KeyRows.COLUMNS + " FROM data_key k WHERE k.ref>? AND k.ref<? ORDER BY k.ref")) {
                query.setBytes(1, first);
                query.setBytes(2, beyond);
                return KeyRows.keys(query);
            }
        });
    }

    @Override
    public void changeState(KeyRef key, KeyState state) throws StorageFailure {
        database.write("change the state of a key", connection -> {
            Optional<StoredKey> stored = KeyRows.find(connection, key);
            if (stored.isPresent()) {
                StoredKey old = stored.get();
                overwrite(connection, key, KeyBody.of(new StoredKey(key, state, old.createdAt(), old.wrapped())));
            }
        });
    }

    @Override
    public void tombstone(ShredOrder order) throws StorageFailure {
        database.write("store a tombstone", connection -> {
            byte[] body = KeyBody.destroyed(order.keyDestroyedAt());
            if (bodyOf(connection, order.key()).isPresent()) {
                overwrite(connection, order.key(), body);
            } else {
                append(connection, order.key(), body);
            }
            ShredLedger.add(connection, order);
        });
    }

    @Override
    public List<ShredOrder> openOrders() throws StorageFailure {
        return database.read("list open shreds", ShredLedger::open);
    }

    @Override
    public ShredReceipt file(ShredOrder order, Instant ciphertextsDeletedAt, boolean strayCopyFound)
            throws StorageFailure {
        database.write(
                "store a receipt",
                connection -> ShredLedger.complete(connection, order.key(), ciphertextsDeletedAt, strayCopyFound));
        return receipt(order.key()).orElseThrow(() -> new IllegalStateException("a receipt was just stored"));
    }

    @Override
    public Optional<ShredReceipt> receipt(KeyRef key) throws StorageFailure {
        return database.read("find a receipt", connection -> ShredLedger.receipt(connection, key));
    }

    @Override
    public boolean expunge(WrappedKey removed) throws VaultException {
        database.checkpoint();
        List<byte[]> needles = needles(removed);
        if (!database.contains(needles)) {
            return false;
        }
        database.vacuum();
        if (database.contains(needles)) {
            throw VaultException.shredUnfinished("rewrite the file of wrapped keys");
        }
        return true;
    }

    @Override
    public void rewrite() throws VaultException {
        database.vacuum();
    }

    @Override
    public List<StoredKey> livingCreatedUpTo(Instant limit) throws StorageFailure {
        return database.read("list keys", connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT " + KeyRows.COLUMNS + " FROM data_key k ORDER BY k.id")) {
                return KeyRows.keys(query).stream()
                        .filter(key -> key.isSound()
                                && key.state() != KeyState.DESTROYED
                                && key.createdAt().compareTo(limit) <= 0)
                        .toList();
            }
        });
    }

    @Override
    public List<String> secretNames() throws StorageFailure {
        return database.read("list secrets", SecretRows::names);
    }

    @Override
    public void replaceSecret(String name, WrappedSecret secret) throws StorageFailure {
        database.write("replace a secret", connection -> SecretRows.replace(connection, name, secret));
    }

    @Override
    public List<StoredEpoch> epochs() throws StorageFailure {
        return database.read("list epochs", EpochRows::all);
    }

    @Override
    public void store(List<StoredEpoch> epochs) throws StorageFailure {
        database.write("store epochs", connection -> EpochRows.store(connection, epochs));
    }

    @Override
    public KeyPage wrappedIn(Epoch epoch, long behind, int count) throws StorageFailure {
        return database.read("list keys of an epoch", connection -> WrappedIn.page(connection, epoch, behind, count));
    }

    @Override
    public long countWrappedIn(Epoch epoch) throws StorageFailure {
        return database.read("count keys of an epoch", connection -> WrappedIn.count(connection, epoch));
    }

    @Override
    public void overwrite(List<StoredKey> keys) throws StorageFailure {
        database.write("overwrite keys", connection -> WrappedIn.overwrite(connection, keys));
    }

    @Override
    public void expungeMarked(byte[] mark) throws VaultException {
        database.checkpoint();
        if (database.contains(List.of(mark))) {
            database.vacuum();
        }
    }

    @Override
    public List<KeyRow> rows(long behind, int count) throws StorageFailure {
        return database.read("read keys", connection -> KeyRows.page(connection, behind, count));
    }

    @Override
    public void vacate(long place) throws StorageFailure {
        database.write("overwrite a row of keys", connection -> KeyRows.vacate(connection, place));
    }

    @Override
    public List<Tombstone> tombstones() throws StorageFailure {
        return database.read("list tombstones", ShredLedger::all);
    }

    /** Which copy of the installation this was when it was last opened. */
    public Optional<VaultInstance> instance() throws StorageFailure {
        return database.read("read which copy this is", InstanceRow::read);
    }

    public void become(VaultInstance instance) throws StorageFailure {
        database.write("store which copy this is", connection -> {
            if (InstanceRow.read(connection).filter(instance::isSame).isEmpty()) {
                BackupTargets.forgetAll(connection);
            }
            InstanceRow.write(connection, instance);
            LedgerRow.moved(connection);
        });
    }

    /** Has the ledger looked at as after a move, although the data folder lies where it did. */
    public void takenOver() throws StorageFailure {
        database.write("note that the ledger has to be looked at", LedgerRow::moved);
    }

    @Override
    public LedgerMark ledger() throws StorageFailure {
        return database.read("read what is known of the ledger", LedgerRow::read);
    }

    @Override
    public void mark(LedgerMark ledger) throws StorageFailure {
        database.write("store what is known of the ledger", connection -> LedgerRow.write(connection, ledger));
    }

    /** The folders in which this data folder keeps key-encryption keys, or once did. */
    public List<String> kekFolders(String home) throws StorageFailure {
        return database.read("list key folders", connection -> KekFolders.of(connection, home));
    }

    /** The data folders that registered this folder, among them those that this one is a copy of. */
    public List<String> kekHomes(String folder) throws StorageFailure {
        return database.read("list who uses a key folder", connection -> KekFolders.homes(connection, folder));
    }

    public void registerKekFolder(String home, String folder) throws StorageFailure {
        database.write("register a key folder", connection -> KekFolders.add(connection, home, folder));
    }

    public void forgetKekFolder(String home, String folder) throws StorageFailure {
        database.write("forget a key folder", connection -> KekFolders.remove(connection, home, folder));
    }

    /** The folder that was the backup target when something was written there last; empty before that, and after a restore. */
    public Optional<String> backupTarget() throws StorageFailure {
        return database
                .read("read which backup target was used", connection -> BackupTargets.all(connection, false))
                .stream()
                .findFirst();
    }

    public void useBackupTarget(String folder) throws StorageFailure {
        database.write("store which backup target is used", connection -> BackupTargets.use(connection, folder));
    }

    public void replaceBackupTarget(String folder) throws StorageFailure {
        database.write("store which backup target is used", connection -> BackupTargets.replace(connection, folder));
    }

    public void forgetFormerBackupTargets() throws StorageFailure {
        database.write("forget former backup targets", BackupTargets::forgetFormer);
    }

    /** Writes a consistent copy to a file that does not exist yet, while work goes on. The caller makes it durable. */
    public void copyTo(Path file) throws StorageFailure {
        database.copy(connection -> KeyCopy.write(connection, file, step));
    }

    /** Whether the file is an undamaged copy of this installation's keys, with no living one of another epoch. */
    public static boolean isWholeCopy(Path file, InstallationId installation, Epoch epoch) throws StorageFailure {
        try {
            return KeyCopy.isWhole(file, installation, epoch);
        } catch (SQLException e) {
            throw new StorageFailure("read back a copy of keys.db", e);
        }
    }

    @Override
    public Optional<Epoch> lastDestroyedIn() throws StorageFailure {
        return database.read("find the last shred", ShredLedger::last);
    }

    @Override
    public void forget(KeyRef key) throws StorageFailure {
        database.write("forget a key", connection -> overwrite(connection, key, KeyBody.vacant()));
    }

    @Override
    public void close() throws StorageFailure {
        database.close();
    }

    SqliteDatabase database() {
        return database;
    }

    private static List<byte[]> needles(WrappedKey removed) {
        List<byte[]> needles = new ArrayList<>();
        for (int at = WrappedKey.COMMON_PREFIX; at + NEEDLE <= WrappedKey.LENGTH; at += NEEDLE) {
            needles.add(Arrays.copyOfRange(removed.bytes(), at, at + NEEDLE));
        }
        return needles;
    }

    private static Optional<byte[]> bodyOf(Connection connection, KeyRef key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT body FROM data_key WHERE ref=?")) {
            query.setBytes(1, KeyRefForm.encode(key));
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    private static void append(Connection connection, KeyRef key, byte[] body) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO data_key(ref, body) VALUES(?,?)")) {
            insert.setBytes(1, KeyRefForm.encode(key));
            insert.setBytes(2, body);
            insert.executeUpdate();
        }
    }

    private static void overwrite(Connection connection, KeyRef key, byte[] body) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE data_key SET body=? WHERE ref=?")) {
            update.setBytes(1, body);
            update.setBytes(2, KeyRefForm.encode(key));
            update.executeUpdate();
        }
    }
}
