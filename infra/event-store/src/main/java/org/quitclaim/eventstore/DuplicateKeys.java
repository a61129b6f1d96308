package org.quitclaim.eventstore;

import java.util.Set;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells a key that exists already from any other failure of SQLite; Axon's own resolver does not know SQLite. */
final class DuplicateKeys implements PersistenceExceptionResolver {
    private static final Set<SQLiteErrorCode> CODES = Set.of(
            SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE,
            SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY,
            SQLiteErrorCode.SQLITE_CONSTRAINT_ROWID);

    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        return isDuplicateKey(exception);
    }

    static boolean isDuplicateKey(Throwable failure) {
        return failure instanceof SQLiteException sqlite && CODES.contains(sqlite.getResultCode());
    }
}
