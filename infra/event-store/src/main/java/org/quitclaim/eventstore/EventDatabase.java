package org.quitclaim.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** The open event file: the writer with its one connection, and the connections that read. */
final class EventDatabase implements AutoCloseable {
    static final String FILE = "events.db";
    private static final int MAX_READERS = 32;

    private final GroupCommitWriter writer;
    private final HikariDataSource readers;

    private EventDatabase(GroupCommitWriter writer, HikariDataSource readers) {
        this.writer = writer;
        this.readers = readers;
    }

    static EventDatabase open(Path folder, AppendObserver observer) throws SQLException {
        return open(folder, observer, RoomMaker.NONE);
    }

    static EventDatabase open(Path folder, AppendObserver observer, RoomMaker room) throws SQLException {
        SqliteFile file = new SqliteFile(folder.resolve(FILE));
        GroupCommitWriter writer = new GroupCommitWriter(file, observer, room);
        HikariConfig config = new HikariConfig();
        config.setPoolName("event-readers");
        config.setDataSource(file.connections());
        config.setConnectionInitSql("pragma query_only = 1");
        config.setMinimumIdle(1);
        config.setMaximumPoolSize(MAX_READERS);
        return new EventDatabase(writer, new HikariDataSource(config));
    }

    GroupCommitWriter writer() {
        return writer;
    }

    Connection reader() throws SQLException {
        return readers.getConnection();
    }

    @Override
    public void close() throws InterruptedException {
        writer.close();
        readers.close();
    }
}
