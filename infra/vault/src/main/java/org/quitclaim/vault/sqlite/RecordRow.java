package org.quitclaim.vault.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.util.Optional;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.BlindIndex;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.RecordKind;
import org.quitclaim.vault.storage.Ciphertext;
import org.quitclaim.vault.storage.KeyRefForm;
import org.quitclaim.vault.storage.StoredRecord;

/** A row of {@code record}; no ciphertext in it means that it lies in a file. */
final class RecordRow {
    static final String BY_ID = "SELECT key_ref, kind, sealed_at, ciphertext FROM record WHERE id=?";

    private RecordRow() {}

    /** Inserts the row and its indexes; an id that is taken undoes the work that this is part of. */
    static void insert(Connection connection, StoredRecord.Indexed indexed) throws SQLException {
        StoredRecord record = indexed.record();
        try (PreparedStatement insert = connection.prepareStatement("INSERT OR IGNORE INTO record(id, key_ref, kind,"
                + " sealed_at, ciphertext) VALUES(?,?,?,?,?) RETURNING seq")) {
            insert.setString(1, record.id().value());
            insert.setBytes(2, KeyRefForm.encode(record.key()));
            insert.setString(3, record.kind().code());
            insert.setLong(4, record.sealedAt().toEpochMilli());
            if (record.ciphertext() instanceof Ciphertext.Inline(byte[] bytes)) {
                insert.setBytes(5, bytes);
            }
            try (ResultSet row = insert.executeQuery()) {
                if (!row.next()) {
                    throw new SQLIntegrityConstraintViolationException("the record id is taken");
                }
                index(connection, row.getLong(1), indexed);
            }
        }
    }

    /** Empty where nobody can read whose it is or of what kind. */
    static Optional<StoredRecord> read(RecordId id, ResultSet row) throws SQLException {
        Optional<KeyRef> key = KeyRefForm.read(row.getBytes(1));
        String kind = row.getString(2);
        if (key.isEmpty() || !RecordKind.isOne(kind)) {
            return Optional.empty();
        }
        byte[] bytes = row.getBytes(4);
        return Optional.of(new StoredRecord(
                id,
                key.get(),
                new RecordKind(kind),
                Instant.ofEpochMilli(row.getLong(3)),
                bytes == null ? new Ciphertext.InFile() : new Ciphertext.Inline(bytes)));
    }

    private static void index(Connection connection, long seq, StoredRecord.Indexed indexed) throws SQLException {
        if (indexed.findableBy().isEmpty()) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT OR IGNORE INTO blind_index(kind, digest, record) VALUES(?,?,?)")) {
            for (BlindIndex index : indexed.findableBy()) {
                insert.setString(1, indexed.record().kind().code());
                insert.setBytes(2, index.digest());
                insert.setLong(3, seq);
                insert.executeUpdate();
            }
        }
    }
}
