package org.quitclaim.vault.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Access;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.RecordKind;

/** One row per request and one per record it asked for. The prefix of the accessor says what it is. */
final class AccessLog {
    static final String ACCESS_TABLE = "CREATE TABLE IF NOT EXISTS access(id INTEGER PRIMARY KEY, at INTEGER NOT NULL,"
            + " accessor TEXT NOT NULL, role TEXT NOT NULL, purpose TEXT NOT NULL, case_ref TEXT NOT NULL) STRICT";
    static final String RECORD_TABLE = "CREATE TABLE IF NOT EXISTS access_record(record TEXT NOT NULL, access INTEGER"
            + " NOT NULL REFERENCES access(id), PRIMARY KEY(record, access)) STRICT, WITHOUT ROWID";
    static final String BY_TIME = "CREATE INDEX IF NOT EXISTS access_at ON access(at)";
    static final String BY_ACCESS = "CREATE INDEX IF NOT EXISTS access_record_access ON access_record(access)";
    private static final String TASK_PREFIX = "task:";

    private AccessLog() {}

    static void add(Connection connection, Access access, Collection<RecordId> records) throws SQLException {
        long id = insertRequest(connection, access);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT OR IGNORE INTO access_record(record, access) VALUES(?,?)")) {
            for (RecordId record : records) {
                insert.setString(1, record.value());
                insert.setLong(2, id);
                insert.executeUpdate();
            }
        }
    }

    static List<Access> of(Connection connection, RecordId record) throws SQLException {
        List<Access> accesses = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT a.at, a.accessor, a.role, a.purpose,"
                + " a.case_ref FROM access_record r JOIN access a ON a.id=r.access WHERE r.record=? ORDER BY a.id")) {
            query.setString(1, record.value());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    accesses.add(read(row));
                }
            }
        }
        return accesses;
    }

    /** Of records that are still there: of one that is gone nobody knows the kind. */
    static Map<ActorId, Integer> readers(Connection connection, RecordKind kind, Instant since) throws SQLException {
        Map<ActorId, Integer> readers = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT a.accessor, count(DISTINCT r.record) FROM"
                + " access a JOIN access_record r ON r.access=a.id JOIN record x ON x.id=r.record WHERE a.at>=? AND"
                + " x.kind=? GROUP BY a.accessor")) {
            query.setLong(1, since.toEpochMilli());
            query.setString(2, kind.code());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    if (accessor(row.getString(1)) instanceof Accessor.Staff(ActorId actor)) {
                        readers.put(actor, row.getInt(2));
                    }
                }
            }
        }
        return readers;
    }

    private static Access read(ResultSet row) throws SQLException {
        AccessReason reason = new AccessReason(
                accessor(row.getString(2)),
                row.getString(3),
                AccessPurpose.valueOf(row.getString(4)),
                row.getString(5));
        return new Access(Instant.ofEpochMilli(row.getLong(1)), reason);
    }

    private static long insertRequest(Connection connection, Access access) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO access(at, accessor, role, purpose, case_ref) VALUES(?,?,?,?,?) RETURNING id")) {
            insert.setLong(1, access.at().toEpochMilli());
            insert.setString(2, stored(access.reason().who()));
            insert.setString(3, access.reason().role());
            insert.setString(4, access.reason().why().name());
            insert.setString(5, access.reason().caseRef());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static String stored(Accessor accessor) {
        return switch (accessor) {
            case Accessor.Staff(ActorId actor) -> actor.value();
            case Accessor.Portrayed(PersonId person) -> person.value();
            case Accessor.SystemTask(String code) -> TASK_PREFIX + code;
        };
    }

    private static Accessor accessor(String stored) {
        if (stored.startsWith(TASK_PREFIX)) {
            return new Accessor.SystemTask(stored.substring(TASK_PREFIX.length()));
        }
        return ActorId.names(stored)
                ? new Accessor.Staff(ActorId.of(stored))
                : new Accessor.Portrayed(new PersonId(stored));
    }
}
