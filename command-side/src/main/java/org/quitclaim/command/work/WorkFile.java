package org.quitclaim.command.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The file of the work index, with those that its database keeps beside it. */
record WorkFile(Path path) {
    static WorkFile in(Path folder) {
        return new WorkFile(folder.resolve("work.db"));
    }

    /** Where another one is made while this one is in use; what a crash left there is of no use. */
    WorkFile beside() {
        return new WorkFile(path.resolveSibling(path.getFileName() + "-remade"));
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** With its tables; rows of another version are dropped. */
    Connection open() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma synchronous = normal");
            if (!isOfThisVersion(statement)) {
                dropAll(connection, statement);
                for (String table : WorkTables.ALL) {
                    statement.execute(table);
                }
                // last, and the only write of an opening: so that one succeeds on a full disk
                statement.execute("pragma user_version = " + WorkTables.VERSION);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private static boolean isOfThisVersion(Statement statement) throws SQLException {
        try (ResultSet version = statement.executeQuery("pragma user_version")) {
            return version.next() && version.getInt(1) == WorkTables.VERSION;
        }
    }

    private static void dropAll(Connection connection, Statement statement) throws SQLException {
        for (String table : WorkTables.counted(connection)) {
            statement.execute("drop table \"" + table + "\"");
        }
        statement.execute("drop table if exists " + Tally.TABLE);
    }

    void delete() {
        try {
            for (String end : new String[] {"", "-wal", "-shm", "-journal"}) {
                Files.deleteIfExists(path.resolveSibling(path.getFileName() + end));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The work index cannot be made anew: " + path.getFileName(), e);
        }
    }

    /** Both closed: from now on it is what the other one was. */
    void become(WorkFile other) {
        delete();
        try {
            Files.move(other.path, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The work index cannot be made anew: " + path.getFileName(), e);
        }
    }
}
