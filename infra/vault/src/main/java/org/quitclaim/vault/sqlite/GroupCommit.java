package org.quitclaim.vault.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.quitclaim.vault.storage.StorageStep;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The one writing connection of a database; whoever comes while another commits shares the next commit.
 *
 * <p><b>Guarantees:</b> work is durable when {@link #write} returns, or not done when it throws. Each piece runs within a
 * savepoint of its own, so one that fails does not fail the others.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class GroupCommit {
    private static final int LARGEST_GROUP = 512;
    /** The second is how a full disk shows when the index of the log has to grow. */
    private static final Set<SQLiteErrorCode> FULL =
            Set.of(SQLiteErrorCode.SQLITE_FULL, SQLiteErrorCode.SQLITE_IOERR_SHMSIZE);

    private final Connection writer;
    private final String name;
    private final StorageStep step;
    private final ReentrantLock turn = new ReentrantLock();
    private final Queue<Pending> waiting = new ConcurrentLinkedQueue<>();

    GroupCommit(Connection writer, String name, StorageStep step) {
        this.writer = writer;
        this.name = name;
        this.step = step;
    }

    void write(SqlWork.Step work) throws SQLException {
        whileThereIsRoom(() -> {
            writeOnce(work);
            return name;
        });
    }

    /** Again as often as somebody makes room for what found the disk full; nothing of the first try is left. */
    private <T> T whileThereIsRoom(Try<T> attempt) throws SQLException {
        while (true) {
            try {
                return attempt.run();
            } catch (SQLException e) {
                if (!isFull(e) || !step.makeRoom()) {
                    throw e;
                }
            }
        }
    }

    private static boolean isFull(SQLException e) {
        return e instanceof SQLiteException sqlite && FULL.contains(sqlite.getResultCode());
    }

    @FunctionalInterface
    private interface Try<T> {
        T run() throws SQLException;
    }

    private void writeOnce(SqlWork.Step work) throws SQLException {
        Pending mine = new Pending(work);
        waiting.add(mine);
        turn.lock();
        try {
            while (!mine.settled) {
                commit(nextGroup());
            }
        } finally {
            turn.unlock();
        }
        mine.requireDone();
    }

    /** Runs something that needs the writing connection to itself, outside any transaction. */
    <T> T alone(SqlWork<T> work) throws SQLException {
        return whileThereIsRoom(() -> aloneOnce(work));
    }

    private <T> T aloneOnce(SqlWork<T> work) throws SQLException {
        turn.lock();
        try {
            return work.on(writer);
        } finally {
            turn.unlock();
        }
    }

    private List<Pending> nextGroup() {
        List<Pending> group = new ArrayList<>();
        Pending next = waiting.poll();
        while (next != null) {
            group.add(next);
            next = group.size() < LARGEST_GROUP ? waiting.poll() : null;
        }
        return group;
    }

    private void commit(List<Pending> group) {
        boolean durable = false;
        try {
            step.before(name + " commit");
            execute("BEGIN IMMEDIATE");
            for (Pending each : group) {
                runWithinSavepoint(each);
            }
            execute("COMMIT");
            durable = true;
            step.after(name + " commit");
        } catch (SQLException e) {
            group.forEach(each -> each.fail(e));
        } finally {
            if (!durable) {
                rollBack();
            }
            for (Pending each : group) {
                each.settle(durable);
            }
        }
    }

    private void runWithinSavepoint(Pending each) throws SQLException {
        execute("SAVEPOINT piece");
        if (!each.run(writer)) {
            execute("ROLLBACK TO piece");
        }
        execute("RELEASE piece");
    }

    private void rollBack() {
        try {
            execute("ROLLBACK");
        } catch (SQLException alreadyRolledBack) {
            // SQLite ends the transaction itself on some errors; either way nothing of it is left
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.execute(sql);
        }
    }

    /** One caller's work; touched only by the thread whose turn it is, until settled. */
    private static final class Pending {
        private final SqlWork.Step work;
        private @Nullable SQLException failure;
        private boolean settled;

        Pending(SqlWork.Step work) {
            this.work = work;
        }

        boolean run(Connection connection) {
            try {
                work.on(connection);
                failure = null;
            } catch (SQLException e) {
                failure = e;
            }
            return failure == null;
        }

        void fail(SQLException e) {
            failure = e;
        }

        void settle(boolean durable) {
            if (!durable && failure == null) {
                failure = new SQLException("the group was not committed");
            }
            settled = true;
        }

        void requireDone() throws SQLException {
            if (failure != null) {
                throw failure;
            }
        }
    }
}
