package org.quitclaim.vault.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.ShredReceipt;
import org.quitclaim.vault.storage.KeyRefForm;
import org.quitclaim.vault.storage.ShredOrder;
import org.quitclaim.vault.storage.Tombstone;

/** Rows of {@code keys.db} that say what was shredded: an order until {@code deleted_at} is set, a receipt from then on. */
final class ShredLedger {
    static final String TABLE = "CREATE TABLE IF NOT EXISTS shred(ref BLOB PRIMARY KEY, records TEXT NOT NULL,"
            + " destroyed_at INTEGER NOT NULL, deleted_at INTEGER, stray_copy INTEGER NOT NULL DEFAULT 0,"
            + " damaged INTEGER NOT NULL DEFAULT 0, epoch INTEGER) STRICT";
    /** As long as none is stored the vault is being founded, in the first. */
    private static final String LATEST_EPOCH = "(SELECT coalesce(max(number), 1) FROM epoch)";

    private ShredLedger() {}

    /** Nobody knows any more in which epoch older rows were destroyed: it counts as the latest, which is waited for. */
    static void rememberEpochs(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row =
                    statement.executeQuery("SELECT count(*) FROM pragma_table_info('shred') WHERE name='epoch'")) {
                if (row.getInt(1) > 0) {
                    return;
                }
            }
            statement.execute("ALTER TABLE shred ADD COLUMN epoch INTEGER");
            statement.execute("UPDATE shred SET epoch=" + LATEST_EPOCH);
        }
    }

    static void add(Connection connection, ShredOrder order) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT OR REPLACE INTO shred(ref, records, destroyed_at, damaged, epoch) VALUES(?,?,?,?,"
                        + LATEST_EPOCH + ")")) {
            insert.setBytes(1, KeyRefForm.encode(order.key()));
            insert.setString(2, order.records().stream().map(RecordId::value).collect(Collectors.joining(" ")));
            insert.setLong(3, order.keyDestroyedAt().toEpochMilli());
            insert.setBoolean(4, order.damaged());
            insert.executeUpdate();
        }
    }

    static List<ShredOrder> open(Connection connection) throws SQLException {
        List<ShredOrder> orders = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT ref, records, destroyed_at, damaged FROM shred WHERE deleted_at IS NULL ORDER BY"
                                + " destroyed_at");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                orders.add(new ShredOrder(
                        KeyRefForm.decode(row.getBytes(1)),
                        records(row.getString(2)),
                        Instant.ofEpochMilli(row.getLong(3)),
                        row.getBoolean(4)));
            }
        }
        return orders;
    }

    static List<Tombstone> all(Connection connection) throws SQLException {
        List<Tombstone> tombstones = new ArrayList<>();
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT ref, destroyed_at FROM shred ORDER BY destroyed_at");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                tombstones.add(new Tombstone(KeyRefForm.decode(row.getBytes(1)), Instant.ofEpochMilli(row.getLong(2))));
            }
        }
        return tombstones;
    }

    static Optional<Epoch> last(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT max(epoch) FROM shred");
                ResultSet row = query.executeQuery()) {
            int last = row.getInt(1);
            return row.wasNull() ? Optional.empty() : Optional.of(new Epoch(last));
        }
    }

    static void complete(Connection connection, KeyRef key, Instant deletedAt, boolean strayCopy) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE shred SET deleted_at=?, stray_copy=? WHERE ref=?")) {
            update.setLong(1, deletedAt.toEpochMilli());
            update.setBoolean(2, strayCopy);
            update.setBytes(3, KeyRefForm.encode(key));
            update.executeUpdate();
        }
    }

    static Optional<ShredReceipt> receipt(Connection connection, KeyRef key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT records, destroyed_at, deleted_at,"
                + " stray_copy, damaged, epoch FROM shred WHERE ref=? AND deleted_at IS NOT NULL")) {
            query.setBytes(1, KeyRefForm.encode(key));
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new ShredReceipt(
                                key,
                                records(row.getString(1)),
                                new Epoch(row.getInt(6)),
                                Instant.ofEpochMilli(row.getLong(2)),
                                Instant.ofEpochMilli(row.getLong(3)),
                                row.getBoolean(4),
                                row.getBoolean(5)))
                        : Optional.empty();
            }
        }
    }

    private static List<RecordId> records(String joined) {
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(" ")).map(RecordId::new).toList();
    }
}
