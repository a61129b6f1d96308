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
 * only; after any other failure no unit of the group is acknowledged. When the disk is full or the file was locked for
 * too long the writer opens a new connection and carries on; after every other failure it stays closed and refuses,
 * because what a failed fsync left behind is unknown until the file is opened anew.
 *
 * <p><b>Thread-safety:</b> safe; one thread of its own writes.
 */
final class GroupCommitWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommitWriter.class);
    private static final int MAX_UNITS = 512;
    private static final Set<SQLiteErrorCode> PASSING =
            Set.of(SQLiteErrorCode.SQLITE_FULL, SQLiteErrorCode.SQLITE_BUSY, SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT);
    private static final Pending CLOSE = new Pending(session -> {});

    private final SqliteFile file;
    private final AppendObserver observer;
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
        this.file = file;
        this.observer = observer;
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
                commitGroup();
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

    private void commitGroup() throws SQLException {
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
            recover(e);
            return;
        }
        written.forEach(pending -> pending.done.complete(committedHead));
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

    private void recover(SQLException failure) throws SQLException {
        session.close();
        if (!(failure instanceof SQLiteException sqlite) || !PASSING.contains(sqlite.getResultCode())) {
            throw failure;
        }
        session = new WriterSession(file);
        committedHead = session.head();
        group.forEach(pending -> pending.done.completeExceptionally(failure));
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
