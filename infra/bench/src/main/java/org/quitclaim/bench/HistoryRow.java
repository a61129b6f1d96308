package org.quitclaim.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quitclaim.command.dispatch.DispatchConfiguration;
import org.quitclaim.domain.catalogue.EventCatalogue;
import org.quitclaim.eventstore.EventDigest;
import org.quitclaim.eventstore.HistoryFindings;
import org.quitclaim.eventstore.HistoryKnowledge;
import org.quitclaim.eventstore.HistoryScan;
import org.quitclaim.eventstore.StoredTypes;
import org.quitclaim.eventstore.WholeHistory;
import org.sqlite.Function;

/**
 * Looking whether the history is whole: before a start, and from end to end as {@code check-history} does; baselines:
 * counting the rows, and reading every column of them and doing nothing with it.
 *
 * <p>A small history that was written as events is copied in the file itself, under other ids, until it is large.
 */
final class HistoryRow implements Row {
    private static final int PEOPLE = 50;
    private static final int PHOTOS = 500;

    @Override
    public String name() {
        return "history";
    }

    @Override
    public void measure(Setting setting, Report report) throws Exception {
        Path folder = new SeededState(setting.work().resolve("history"), PEOPLE, PHOTOS).folder(report);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("events.db"))) {
            enlarge(connection, setting.events());
            StoredTypes types = new StoredTypes(types());
            WholeHistory history = new WholeHistory(folder, types, data -> HistoryKnowledge.NONE);
            double first = seconds(() -> requireWhole(history.beforeStart()));
            double counted = seconds(() -> count(connection));
            double start = seconds(() -> requireWhole(history.beforeStart()));
            double read = seconds(() -> readEverything(connection));
            double whole = seconds(
                    () -> requireWhole(HistoryScan.whole(folder, types, HistoryKnowledge.NONE, (stream, event) -> {})));
            report.line("events", "%,d", count(connection));
            report.line("counting the rows (baseline)", "%.2f s", counted);
            report.line("check before a start, all verified", "%.2f s, %.1f x", start, start / counted);
            report.line("reading every column (baseline)", "%.2f s", read);
            report.line("check-history", "%.2f s, %.1f x", whole, whole / read);
            report.line("check before the first start, nothing verified", "%.2f s, %.1f x", first, first / read);
        }
    }

    private static void enlarge(Connection connection, long wanted) throws SQLException {
        Function.create(connection, "digest", new Digest(), 10, Function.FLAG_DETERMINISTIC);
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin");
            for (long events = count(connection); events < wanted; events = count(connection)) {
                String copy = " || '-" + events + "'";
                String columns = "position + " + events + ", event_id" + copy + ", stream_id" + copy
                        + ", sequence, stream_type, recorded_at, event_type, event_revision, payload, metadata";
                statement.execute("insert into events select " + columns + ", digest(" + columns
                        + ") from events where position <= " + events + " order by position");
            }
            statement.execute("commit");
        }
    }

    /** {@link EventDigest} in SQL. */
    private static final class Digest extends Function {
        private static final int TEXTS = 8;

        @Override
        protected void xFunc() throws SQLException {
            List<String> texts = new ArrayList<>();
            for (int column = 0; column < TEXTS; column++) {
                texts.add(value_text(column));
            }
            result(EventDigest.of(texts, value_blob(TEXTS), value_blob(TEXTS + 1)));
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from events")) {
            return row.getLong(1);
        }
    }

    private static long readEverything(Connection connection) throws SQLException {
        long bytes = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from events order by position")) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (int column = 1; column <= columns; column++) {
                    bytes += row.getBytes(column).length;
                }
            }
        }
        return bytes;
    }

    private static long requireWhole(HistoryFindings found) {
        found.said().ifPresent(fault -> {
            throw new IllegalStateException(fault);
        });
        return found.events();
    }

    private static Set<Class<?>> types() {
        return Stream.concat(EventCatalogue.all().stream(), DispatchConfiguration.snapshotted().stream())
                .collect(Collectors.toSet());
    }

    private interface Work {
        long run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        if (work.run() <= 0) {
            throw new IllegalStateException("nothing was read");
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
