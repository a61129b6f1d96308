package org.quitclaim.eventstore;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.quitclaim.eventstore.AppendObserver.CommitGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Writes what many threads append through one connection, a group of units of work per transaction and fsync.
 *
 * <p><b>Guarantees:</b> a unit is acknowledged only after the commit that holds it; a duplicate key fails its own unit
 * only; after any other failure no unit of the group is acknowledged. When the disk is full the group is written again as
 * often as a {@link RoomMaker} makes room. When that is used up, or the file was locked for too long, the writer opens a new connection and carries on; after every other failure it stays closed and refuses,
 * because what a failed fsync left behind is unknown until the file is opened anew.
 *
 * <p><b>Thread-safety:</b> safe; one thread of its own writes.
 */
final class GroupCommitWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommitWriter.class);
    private static final int MAX_UNITS = 512;
    private static final Set<SQLiteErrorCode> PASSING = Set.of(
            SQLiteErrorCode.SQLITE_FULL,
            SQLiteErrorCode.SQLITE_IOERR_SHMSIZE,
            SQLiteErrorCode.SQLITE_BUSY,
            SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT);
    /** The second is how a full disk shows when the index of the log has to grow. */
    private static final Set<SQLiteErrorCode> FULL =
            Set.of(SQLiteErrorCode.SQLITE_FULL, SQLiteErrorCode.SQLITE_IOERR_SHMSIZE);

    private static final Pending CLOSE = new Pending(session -> {});

    private final SqliteFile file;
    private final AppendObserver observer;
    private final RoomMaker room;
    private final BlockingQueue<Pending> queue = new LinkedBlockingQueue<>();
    private final List<Pending> group = new ArrayList<>(MAX_UNITS);
    private final List<Pending> written = new ArrayList<>(MAX_UNITS);
    private final Thread thread;
    private WriterSession session;
    private volatile long committedHead;
    private volatile boolean closed;

    private record Pending(WriteUnit unit, CompletableFuture<Long> done) {
        Pending(WriteUnit unit) {
            this(unit, new CompletableFuture<>());
        }
    }

    GroupCommitWriter(SqliteFile file, AppendObserver observer) throws SQLException {
        this(file, observer, RoomMaker.NONE);
    }

    /** @param room asked when the disk is full; where it makes some, the group is written once more */
    GroupCommitWriter(SqliteFile file, AppendObserver observer, RoomMaker room) throws SQLException {
        this.file = file;
        this.observer = observer;
        this.room = room;
        session = new WriterSession(file);
        committedHead = session.head();
        thread = Thread.ofPlatform().name("event-store-writer").start(this::run);
    }

    /** Position of the last committed event, 0 on an empty store. */
    long head() {
        return committedHead;
    }

    /** Completes with the head of the commit that made the unit durable, or exceptionally with the reason. */
    CompletableFuture<Long> submit(WriteUnit unit) {
        Pending pending = new Pending(unit);
        queue.add(pending);
        // the writer may have gone between the two lines above and below; whoever takes it out of the queue fails it
        if (closed && queue.remove(pending)) {
            refuse(pending);
        }
        return pending.done;
    }

    private void run() {
        try {
            while (takeGroup()) {
                while (!commitGroup()) {
                    written.clear();
                }
            }
        } catch (SQLException e) {
            LOG.error("The writer of the event store has stopped; restart the process", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stop();
        }
    }

    /** Waits for work; false when there is none left and the writer was asked to close. */
    private boolean takeGroup() throws InterruptedException {
        group.clear();
        written.clear();
        group.add(queue.take());
        queue.drainTo(group, MAX_UNITS - 1);
        if (!group.remove(CLOSE)) {
            return true;
        }
        if (group.isEmpty()) {
            return false;
        }
        queue.add(CLOSE);
        return true;
    }

    /** False when the group is to be written once more. */
    private boolean commitGroup() throws SQLException {
        long before = session.head();
        try {
            for (Pending pending : group) {
                write(pending);
            }
            CommitGroup commit = new CommitGroup(written.size(), (int) (session.head() - before), session.head());
            observer.beforeCommit(commit);
            session.commit();
            written.forEach(pending -> pending.unit.committed());
            committedHead = session.head();
            observer.afterCommit(commit);
        } catch (SQLException e) {
            return !recover(e);
        }
        written.forEach(pending -> pending.done.complete(committedHead));
        return true;
    }

    private void write(Pending pending) throws SQLException {
        try {
            session.write(pending.unit);
            written.add(pending);
        } catch (SQLException e) {
            if (!DuplicateKeys.isDuplicateKey(e)) {
                throw e;
            }
            pending.done.completeExceptionally(e);
        }
    }

    /** True when there is room now where there was none; otherwise the group has failed. */
    private boolean recover(SQLException failure) throws SQLException {
        session.close();
        if (!(failure instanceof SQLiteException sqlite) || !PASSING.contains(sqlite.getResultCode())) {
            throw failure;
        }
        boolean again = FULL.contains(sqlite.getResultCode()) && room.makeRoom();
        session = new WriterSession(file);
        committedHead = session.head();
        if (!again) {
            group.forEach(pending -> pending.done.completeExceptionally(failure));
        }
        return again;
    }

    private void stop() {
        closed = true;
        group.forEach(GroupCommitWriter::refuse);
        for (Pending left = queue.poll(); left != null; left = queue.poll()) {
            refuse(left);
        }
        try {
            session.close();
        } catch (SQLException e) {
            LOG.warn("The event store could not be closed in order; it is recovered when opened again", e);
        }
    }

    private static void refuse(Pending pending) {
        pending.done.completeExceptionally(new SQLException("The event store is closed; nothing was acknowledged"));
    }

    /** Writes what was submitted before, then closes. */
    @Override
    public void close() throws InterruptedException {
        queue.add(CLOSE);
        thread.join();
    }
}
