package org.quitclaim.eventstore;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Opens connections to one SQLite file, each of them durable and checked to be so.
 *
 * <p><b>Guarantees:</b> every connection that leaves here has answered that it is in WAL mode and syncs on commit
 * ({@code synchronous=FULL}). A {@code kill -9} would not show the lack of it, because the page cache survives.
 *
 * <p><b>Errors:</b> {@link SQLException} when a connection answers otherwise.
 */
final class SqliteFile {
    static final int BUSY_TIMEOUT_MILLIS = 30_000;
    private static final String SYNCHRONOUS_FULL = "2";

    private final Path path;

    SqliteFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** The write lock is taken when a transaction begins, so that it cannot fail to upgrade later. */
    Connection openWriter() throws SQLException {
        SQLiteConfig config = durable();
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return checked(config.createConnection(url()));
    }

    /** For a pool; a transaction takes the write lock only when it writes. */
    SQLiteDataSource connections() {
        return new CheckedDataSource(durable(), url());
    }

    private String url() {
        return "jdbc:sqlite:" + path;
    }

    private static SQLiteConfig durable() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        return config;
    }

    static Connection checked(Connection connection) throws SQLException {
        try {
            require(connection, "journal_mode", "wal");
            require(connection, "synchronous", SYNCHRONOUS_FULL);
            require(connection, "busy_timeout", Integer.toString(BUSY_TIMEOUT_MILLIS));
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void require(Connection connection, String pragma, String expected) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("pragma " + pragma)) {
            if (!answer.next() || !expected.equalsIgnoreCase(answer.getString(1))) {
                throw new SQLException(
                        "A connection to the event store is not durable: pragma " + pragma + " is not " + expected);
            }
        }
    }

    private static final class CheckedDataSource extends SQLiteDataSource {
        CheckedDataSource(SQLiteConfig config, String url) {
            super(config);
            setUrl(url);
        }

        @Override
        public org.sqlite.SQLiteConnection getConnection(String user, String password) throws SQLException {
            org.sqlite.SQLiteConnection connection = super.getConnection(user, password);
            checked(connection);
            return connection;
        }
    }
}
