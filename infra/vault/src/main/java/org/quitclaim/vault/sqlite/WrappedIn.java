package org.quitclaim.vault.sqlite;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.storage.KeyPage;
import org.quitclaim.vault.storage.KeyRefForm;
import org.quitclaim.vault.storage.StoredKey;

/**
 * The living keys of one epoch, in the order in which their rows lie.
 *
 * <p>That order makes wrapping them anew a walk from page to page: in the order of refs it would touch every page of the
 * file again and again.
 */
final class WrappedIn {
    private static final String LIVING = " FROM data_key k WHERE substr(body, 1, 1) IN (x'01', x'02') AND ";
    private static final String EPOCH = "substr(body, " + KeyBody.EPOCH_AT + ", 4)";
    private static final String LIVING_OF_EPOCH = LIVING + EPOCH + "=?";

    private WrappedIn() {}

    static KeyPage page(Connection connection, Epoch epoch, long behind, int count) throws SQLException {
        List<StoredKey> keys = new ArrayList<>();
        long last = behind;
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT " + KeyRows.COLUMNS + LIVING_OF_EPOCH + " AND id>? ORDER BY id LIMIT ?")) {
            query.setBytes(1, form(epoch));
            query.setLong(2, behind);
            query.setInt(3, count);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    last = row.getLong(1);
                    KeyRows.key(row).ifPresent(keys::add);
                }
            }
        }
        return new KeyPage(keys, last);
    }

    static long count(Connection connection, Epoch epoch) throws SQLException {
        return count(connection, "SELECT count(*)" + LIVING_OF_EPOCH, epoch);
    }

    /** How many living keys are wrapped in any epoch but this one. */
    static long countOthers(Connection connection, Epoch epoch) throws SQLException {
        return count(connection, "SELECT count(*)" + LIVING + EPOCH + "<>?", epoch);
    }

    private static long count(Connection connection, String sql, Epoch epoch) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setBytes(1, form(epoch));
            try (ResultSet row = query.executeQuery()) {
                return row.getLong(1);
            }
        }
    }

    /** The epochs that living keys are wrapped in. */
    static Set<Epoch> epochs(Connection connection) throws SQLException {
        Set<Epoch> epochs = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT DISTINCT " + EPOCH + LIVING + "1=1");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                int number = ByteBuffer.wrap(row.getBytes(1)).getInt();
                if (number >= Epoch.FIRST.number()) {
                    epochs.add(new Epoch(number));
                }
            }
        }
        return epochs;
    }

    static void overwrite(Connection connection, List<StoredKey> keys) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE data_key SET body=? WHERE ref=?")) {
            for (StoredKey key : keys) {
                update.setBytes(1, KeyBody.of(key));
                update.setBytes(2, KeyRefForm.encode(key.ref()));
                update.executeUpdate();
            }
        }
    }

    private static byte[] form(Epoch epoch) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(epoch.number()).array();
    }
}
