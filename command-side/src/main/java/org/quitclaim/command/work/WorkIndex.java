package org.quitclaim.command.work;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.quitclaim.command.dispatch.Cause;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.eventstore.Attribution;
import org.quitclaim.eventstore.StreamPosition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The to-do lists and look-ups that follow from events.
 *
 * <p><b>Guarantees:</b> derived from events alone: rows and the position they stand for change in one transaction, so a
 * crash leaves an earlier consistent state, and a lost file is built anew. Nothing in it is personal data.
 *
 * <p><b>Thread-safety:</b> safe; one connection, short statements.
 */
public final class WorkIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkIndex.class);

    private final WorkFile file;
    private final Clock clock;
    private Connection connection;
    private Tally tally;
    private WorkRows rows;
    private volatile long position;
    private volatile int remade;
    private String owner = "";

    /** When the lists were last made anew because they were not what was written to them, and what was wrong. */
    public record Remade(Instant at, String because) {}

    private WorkIndex(WorkFile file, Clock clock) throws SQLException {
        this.file = file;
        this.clock = clock;
        connection = file.open();
        tally = Tally.on(connection);
        rows = new WorkRows(connection);
        begin();
    }

    /** As {@link #open(Path, Clock)}, by the machine's clock. */
    public static WorkIndex open(Path folder) throws SQLException {
        return open(folder, Clock.systemUTC());
    }

    /** Opens or creates {@code work.db} in the folder; one whose rows are not those that were written is begun anew. */
    public static WorkIndex open(Path folder, Clock clock) throws SQLException {
        WorkFile file = WorkFile.in(folder);
        Optional<String> wrong = file.exists() ? WorkCheck.of(file.path()) : Optional.empty();
        if (wrong.isPresent()) {
            file.delete();
        }
        file.beside().delete();
        WorkIndex index = new WorkIndex(file, clock);
        if (wrong.isPresent()) {
            index.remade(wrong.get());
        }
        return index;
    }

    /** As {@link #open(Path, Clock)}, but from the first event whatever was there. */
    public static WorkIndex openAnew(Path folder, Clock clock) throws SQLException {
        WorkFile.in(folder).delete();
        return open(folder, clock);
    }

    private void connect() throws SQLException {
        connection = file.open();
        tally = Tally.on(connection);
        rows = new WorkRows(connection);
    }

    private void begin() throws SQLException {
        atOnce(() -> update("insert or ignore into progress(id, position, event) values (1, 0, '')"));
        position = positionInFile();
    }

    private long positionInFile() {
        return one("select position from progress where id = 1", row -> row.getLong(1))
                .orElse(0L);
    }

    /** What is wrong with the rows, in words that name no id; empty if they are what was written. */
    Optional<String> check() {
        try {
            return WorkCheck.of(file.path());
        } catch (SQLException e) {
            throw new WorkIndexUnreadable(e);
        }
    }

    /**
     * Makes the lists anew from the events, while these ones go on to be used, and then puts them in their place.
     *
     * @param reader reads events into the other index until that is at least at the position that is asked for again and again
     */
    void remake(String because, Reader reader) throws SQLException, InterruptedException {
        WorkFile other = file.beside();
        other.delete();
        try (WorkIndex fresh = new WorkIndex(other, clock)) {
            reader.read(fresh, this::position);
            synchronized (this) {
                reader.read(fresh, this::position);
                long reached = fresh.position;
                fresh.close();
                connection.close();
                file.become(other);
                connect();
                position = reached;
                remade(because);
            }
        }
    }

    /** Before anything has read of it: from the first event again. */
    synchronized void restart(String because) {
        try {
            connection.close();
            file.delete();
            connect();
            begin();
            remade(because);
        } catch (SQLException e) {
            throw new WorkIndexUnreadable(e);
        }
    }

    /**
     * Before anything has read of it: lists that another installation's history made, or another one of this installation,
     * or that do not say whose, are made anew from this one's. What they do not name would be removed, and that is every
     * record there is.
     */
    public void claim(InstallationId installation, EventIds history) {
        Optional<String> written = one("select installation from owner", row -> row.getString(1));
        boolean isEmpty = written.isEmpty() && position == 0;
        if (!isEmpty && !written.equals(Optional.of(installation.value()))) {
            restart(
                    written.isPresent()
                            ? "the file was another installation's"
                            : "the file does not say which installation's it is");
        }
        if (isOfAnotherHistory(history)) {
            restart("it stands for another history of this installation, a copy's or one that was replaced");
        }
        owner = installation.value();
        settle("insert or replace into owner values (1, ?)", owner);
    }

    /** An older history that went on, or a copy's, has other events at the same positions. */
    private boolean isOfAnotherHistory(EventIds history) {
        String applied =
                one("select event from progress", row -> row.getString(1)).orElse("");
        return !applied.isEmpty()
                && history.at(position).filter(event -> !event.equals(applied)).isPresent();
    }

    private void claimAgain() throws SQLException {
        if (!owner.isEmpty()) {
            update("insert or replace into owner values (1, ?)", owner);
        }
    }

    private void remade(String because) throws SQLException {
        remade++;
        LOG.error(
                "The lists of work were not what had been written to them ({}). They are made anew from the history;"
                        + " look after the disk.",
                because);
        atOnce(() -> {
            claimAgain();
            update("insert or replace into remade values (1, ?, ?)", clock.millis(), because);
        });
    }

    /** The last time, if ever; kept over restarts until they are made anew for another reason. */
    public Optional<Remade> lastRemade() {
        return one(
                "select at, because from remade",
                row -> new Remade(Instant.ofEpochMilli(row.getLong(1)), row.getString(2)));
    }

    /** Counts up whenever what no event says is forgotten. */
    public int timesRemade() {
        return remade;
    }

    /** Which event the history holds at a position; none behind its end, or where one was lost. */
    @FunctionalInterface
    public interface EventIds {
        Optional<String> at(long position);
    }

    /**
     * The position of a data folder's lists, read beside whoever uses them; 0 where they say nothing to be relied on.
     *
     * @param installation whose folder it is, as far as that is known: another one's lists have heard of another history
     */
    public static long heardOf(Path folder, Optional<String> installation) {
        WorkFile file = WorkFile.in(folder);
        return file.exists() ? WorkCheck.progress(file.path(), installation) : 0;
    }

    /** Reads the history. */
    @FunctionalInterface
    interface Reader {
        void read(WorkIndex into, LongSupplier until) throws SQLException, InterruptedException;
    }

    /** Up to which position of the store the lists are complete. */
    public long position() {
        return position;
    }

    /** Applies a batch and moves to {@code upTo} in one transaction. */
    synchronized void apply(List<? extends EventMessage<?>> events, long upTo) throws SQLException {
        atOnce(() -> {
            for (EventMessage<?> message : events) {
                if (isNew(message) && message.getPayload() instanceof DomainEvent event) {
                    apply(rows, event, causeOf(message), Doer.in(message.getMetaData()));
                    if (message instanceof DomainEventMessage<?> stored) {
                        rows.no(event, stored.getIdentifier(), stored.getSequenceNumber());
                    }
                }
            }
            if (upTo > position) {
                update(
                        "update progress set position = ?, event = ? where id = 1",
                        upTo,
                        events.isEmpty() ? "" : events.getLast().getIdentifier());
            }
        });
        position = Math.max(position, upTo);
    }

    /** Lists that were made anew may know more than who reads into them believes. */
    private boolean isNew(EventMessage<?> message) {
        return !(message instanceof TrackedEventMessage<?> tracked)
                || StreamPosition.of(tracked.trackingToken()) > position;
    }

    private static void apply(WorkRows rows, DomainEvent event, Cause of, Doer by) throws SQLException {
        try {
            rows.on(event, of, by);
        } catch (RuntimeException e) {
            throw new EventNotApplied(event, e);
        }
    }

    private static Cause causeOf(EventMessage<?> message) {
        return new Cause(
                message.getIdentifier(),
                Attribution.in(message.getMetaData())
                        .map(Attribution::correlation)
                        .orElse(message.getIdentifier()));
    }

    /** A single row, mapped. */
    public synchronized <T> Optional<T> one(String query, RowMapper<T> mapper, Object... values) {
        List<T> all = all(query, mapper, values);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    /** Every row, mapped. */
    public synchronized <T> List<T> all(String query, RowMapper<T> mapper, Object... values) {
        try (PreparedStatement statement = Rows.prepare(connection, query, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(mapper.map(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new WorkIndexUnreadable(e);
        }
    }

    /** Marks something as settled that no event says; asked again after a rebuild, and then settled again. */
    public synchronized void settle(String statement, Object... values) {
        try {
            atOnce(() -> update(statement, values));
        } catch (SQLException e) {
            throw new WorkIndexUnreadable(e);
        }
    }

    /**
     * All of it or nothing, and what was counted with it. Begun and ended in words of our own: some errors, a full disk
     * among them, end SQLite's transaction, which the driver does not notice; it would never begin another, and what follows
     * would be committed piece by piece.
     */
    private void atOnce(Change change) throws SQLException {
        execute("begin");
        try {
            change.run();
            tally.write();
            execute("commit");
        } catch (SQLException | RuntimeException e) {
            undo();
            throw e;
        }
        tally.committed();
    }

    private void undo() {
        tally.rolledBack();
        try {
            execute("rollback");
        } catch (SQLException ended) {
            // by SQLite itself; either way nothing of it is left
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @FunctionalInterface
    private interface Change {
        void run() throws SQLException;
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = Rows.prepare(connection, sql, values)) {
            statement.executeUpdate();
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }
}
