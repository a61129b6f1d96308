package org.quitclaim.eventstore;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the event file from end to end: as far as it has to before the start, all of it while the server runs.
 *
 * <p><b>Guarantees:</b> what a look found wrong the next start looks for again, in every event, until a look finds nothing.
 *
 * <p><b>Thread-safety:</b> one look at a time.
 */
public final class WholeHistory {
    private final Path folder;
    private final StoredTypes types;
    private final HistoryKnowledge.Source beside;
    private Optional<RowDigests> seen = Optional.empty();
    private @Nullable GroupCommitWriter writer;

    /** @param beside what lies beside the event file and knows of the history */
    public WholeHistory(Path folder, StoredTypes types, HistoryKnowledge.Source beside) {
        this.folder = folder;
        this.types = types;
        this.beside = beside;
    }

    /** Before anything else opens the file: as far as it has to be read for a start. */
    public synchronized HistoryFindings beforeStart() {
        return take(HistoryScan.beforeStart(folder, types, beside.in(folder)));
    }

    /** From now on this one holds the file's only write lock. */
    synchronized void writtenBy(GroupCommitWriter only) {
        writer = only;
    }

    /**
     * Every event, whatever was verified before.
     *
     * @throws RefusedStart if the database itself cannot be read
     */
    public synchronized HistoryFindings look() {
        return take(HistoryScan.running(folder, types, beside.in(folder)));
    }

    private HistoryFindings take(HistoryScan.Look look) {
        seen = look.seen();
        write(look.remember());
        return look.found();
    }

    /** What the last look found stands in the history now: from here on what it read is what is compared with. */
    public synchronized void noted() {
        seen.ifPresent(at -> write(VerifiedEvents.compareWith(at)));
    }

    private void write(List<String> statements) {
        if (statements.isEmpty()) {
            return;
        }
        if (writer != null) {
            writer.submit(session -> {
                        for (String statement : statements) {
                            session.execute(statement);
                        }
                    })
                    .join();
            return;
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(EventDatabase.FILE));
                Statement statement = connection.createStatement()) {
            statement.execute("begin immediate");
            for (String one : statements) {
                statement.execute(one);
            }
            statement.execute("commit");
        } catch (SQLException e) {
            throw HistoryScan.unreadable(e);
        }
    }
}
