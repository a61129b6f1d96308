package org.quitclaim.vault.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.quitclaim.vault.VaultException.ShredDelayed;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.StorageStep;

/**
 * One SQLite file: a writing connection with grouped commits, reading connections beside it, and the means to make the
 * file forget.
 *
 * <p><b>Guarantees:</b> every connection has been proven durable ({@link DurableConnection}).
 *
 * <p><b>Thread-safety:</b> safe. One process at a time.
 */
final class SqliteDatabase implements AutoCloseable {
    private static final int READERS = 4;
    /** Longer than a backup takes to read a file of a gigabyte once. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(20);

    private final Path file;
    private final String name;
    private final StorageStep step;
    private final Duration patience;
    private final Connection writer;
    private final GroupCommit commits;
    private final BlockingQueue<Connection> readers = new LinkedBlockingQueue<>();
    // closing any descriptor of the file drops all of this process's locks on it: this one stays open as long as they
    // do
    private final FileChannel raw;

    private SqliteDatabase(Path file, StorageStep step, Duration patience) throws SQLException, IOException {
        this.patience = patience;
        this.file = file;
        this.name = file.getFileName().toString();
        this.step = step;
        this.writer = DurableConnection.open(file);
        this.commits = new GroupCommit(writer, name, step);
        for (int i = 0; i < READERS; i++) {
            readers.add(DurableConnection.open(file));
        }
        this.raw = FileChannel.open(file, StandardOpenOption.READ);
    }

    /** Opens the file, creating it and the tables of {@code schema} where they are missing. */
    static SqliteDatabase open(Path file, List<String> schema, StorageStep step) throws StorageFailure {
        return open(file, schema, step, PATIENCE);
    }

    /** As {@link #open(Path, List, StorageStep)}, waiting for readers for so long when the log is to be emptied. */
    static SqliteDatabase open(Path file, List<String> schema, StorageStep step, Duration patience)
            throws StorageFailure {
        try {
            SqliteDatabase database = new SqliteDatabase(file, step, patience);
            database.write("create tables", connection -> {
                try (Statement statement = connection.createStatement()) {
                    for (String table : schema) {
                        statement.execute(table);
                    }
                }
            });
            return database;
        } catch (SQLException | IOException e) {
            throw new StorageFailure("open " + file.getFileName(), e);
        }
    }

    void write(String what, SqlWork.Step work) throws StorageFailure {
        try {
            commits.write(work);
        } catch (SQLException e) {
            throw failed(what, e);
        }
    }

    <T> T read(String what, SqlWork<T> work) throws StorageFailure {
        try {
            Connection reader = readers.take();
            try {
                return work.on(reader);
            } catch (IllegalArgumentException e) {
                // reading decides nothing: only a stored value can be one that no value is
                throw new SpoiltRow(e);
            } finally {
                readers.add(reader);
            }
        } catch (SQLException e) {
            throw failed(what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageFailure(what, e);
        }
    }

    private StorageFailure failed(String what, SQLException e) {
        return SoundDatabase.isUnsound(e) ? StorageFailure.damaged(name, e) : new StorageFailure(what, e);
    }

    /** Runs something on a reading connection that writes a copy elsewhere. */
    void copy(SqlWork.Step work) throws StorageFailure {
        step.before(name + " copy");
        read("copy " + name, connection -> {
            work.on(connection);
            return name;
        });
        step.after(name + " copy");
    }

    /** Moves the write-ahead log into the file and empties it. Others write while it waits for a reader. */
    void checkpoint() throws ShredDelayed, StorageFailure {
        step.before(name + " checkpoint");
        long since = System.nanoTime();
        while (!alone("checkpoint " + name, SqliteDatabase::truncateLog)) {
            if (System.nanoTime() - since >= patience.toNanos()) {
                throw new ShredDelayed(name);
            }
            pause();
        }
        step.after(name + " checkpoint");
    }

    private void pause() throws StorageFailure {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageFailure("checkpoint " + name, e);
        }
    }

    /** Rewrites the file without what it no longer needs, and empties the log. */
    void vacuum() throws ShredDelayed, StorageFailure {
        step.before(name + " vacuum");
        alone("vacuum " + name, connection -> execute(connection, "VACUUM"));
        step.after(name + " vacuum");
        checkpoint();
    }

    /** Whether one of these byte sequences stands anywhere in the file or its log, while nothing is being written. */
    boolean contains(List<byte[]> needles) throws StorageFailure {
        return alone("search " + name, connection -> search(needles));
    }

    private boolean search(List<byte[]> needles) throws SQLException {
        try {
            return ByteSearch.anyIn(raw, needles) || logContains(needles);
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private boolean logContains(List<byte[]> needles) throws IOException {
        Path log = file.resolveSibling(name + "-wal");
        if (!Files.exists(log)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
            return ByteSearch.anyIn(channel, needles);
        }
    }

    private <T> T alone(String what, SqlWork<T> work) throws StorageFailure {
        try {
            return commits.alone(work);
        } catch (SQLException e) {
            throw failed(what, e);
        }
    }

    /**
     * A reader in the middle of its work makes SQLite answer "busy" instead of failing, and leaves the log as it is. SQLite
     * would wait for it, with everybody who wants to write waiting too; so it is told not to.
     */
    private static boolean truncateLog(Connection connection) throws SQLException {
        DurableConnection.waitForNobody(connection);
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            return answer.next() && answer.getInt("busy") == 0;
        } finally {
            DurableConnection.waitAsUsual(connection);
        }
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }

    /** Every connection there is, for proving their settings; only while nothing else reads. */
    List<Connection> connections() {
        return Stream.concat(Stream.of(writer), readers.stream()).toList();
    }

    @Override
    public void close() throws StorageFailure {
        try {
            for (Connection connection : connections()) {
                connection.close();
            }
            raw.close();
        } catch (SQLException | IOException e) {
            throw new StorageFailure("close " + name, e);
        }
    }
}
