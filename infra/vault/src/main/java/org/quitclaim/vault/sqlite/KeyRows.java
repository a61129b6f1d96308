package org.quitclaim.vault.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.storage.KeyRefForm;
import org.quitclaim.vault.storage.KeyRow;
import org.quitclaim.vault.storage.StoredKey;

/** Reads rows of {@code data_key}: one that is damaged is answered as such, and keeps nobody from reading the others. */
final class KeyRows {
    /** What each reading selects, in this order, with rows of {@code data_key} named {@code k}. */
    static final String COLUMNS = "k.id, k.ref, k.body, EXISTS(SELECT 1 FROM shred s WHERE s.ref=k.ref)";

    private static final int ID = 1;
    private static final int REF = 2;
    private static final int BODY = 3;
    private static final int ORDERED = 4;

    private KeyRows() {}

    static Optional<StoredKey> find(Connection connection, KeyRef ref) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM data_key k WHERE k.ref=?")) {
            query.setBytes(1, KeyRefForm.encode(ref));
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? KeyBody.read(ref, row.getBytes(BODY), row.getBoolean(ORDERED)) : Optional.empty();
            }
        }
    }

    /** The keys of a query; rows of which nobody can read whose they are are left out. */
    static List<StoredKey> keys(PreparedStatement query) throws SQLException {
        List<StoredKey> keys = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                key(row).ifPresent(keys::add);
            }
        }
        return keys;
    }

    static Optional<StoredKey> key(ResultSet row) throws SQLException {
        Optional<KeyRef> ref = KeyRefForm.read(row.getBytes(REF));
        return ref.isPresent()
                ? KeyBody.read(ref.get(), row.getBytes(BODY), row.getBoolean(ORDERED))
                : Optional.empty();
    }

    static List<KeyRow> page(Connection connection, long behind, int count) throws SQLException {
        List<KeyRow> rows = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT " + COLUMNS
                + " FROM data_key k WHERE k.id>? AND k.body<>zeroblob(" + KeyBody.LENGTH + ") ORDER BY k.id LIMIT ?")) {
            query.setLong(1, behind);
            query.setInt(2, count);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(new KeyRow(row.getLong(ID), key(row), KeyBody.wrapped(row.getBytes(BODY))));
                }
            }
        }
        return rows;
    }

    static void vacate(Connection connection, long place) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE data_key SET body=? WHERE id=?")) {
            update.setBytes(1, KeyBody.vacant());
            update.setLong(2, place);
            update.executeUpdate();
        }
    }
}
