package org.quitclaim.command.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quitclaim.command.dispatch.Cause;

/** What is open and due of the to-do lists, a page at a time; what waits for a date is passed over until then. */
final class OpenWork {
    /** Small, so that what is urgent is soon looked for again; what is passed over costs no row. */
    static final int PAGE = 10;

    private static final String ROWS =
            "select kind, subject, detail, since, cause, correlation from todo where kind = ? and ";

    private final WorkIndex index;
    private final Clock clock;

    OpenWork(WorkIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    /** Which of the kinds have rows at all; one statement, since most lists are empty at most events. */
    Set<TodoKind> present(Collection<TodoKind> kinds) {
        String asked = kinds.stream().map(kind -> "('" + kind.name() + "')").collect(Collectors.joining(","));
        return asked.isEmpty()
                ? Set.of()
                : Set.copyOf(index.all(
                        "select column1 from (values " + asked
                                + ") where exists (select 1 from todo where kind = column1)",
                        row -> TodoKind.valueOf(row.getString(1))));
    }

    List<Todo> oldest(TodoKind kind) {
        return index.all(
                ROWS + "not_before <= ? order by since, subject, detail limit " + PAGE,
                OpenWork::todo,
                kind.name(),
                clock.millis());
    }

    List<Todo> after(Todo last) {
        return index.all(
                ROWS + "(since, subject, detail) > (?, ?, ?) and not_before <= ? order by since, subject, detail limit "
                        + PAGE,
                OpenWork::todo,
                last.kind().name(),
                last.since().toEpochMilli(),
                last.subject(),
                last.detail(),
                clock.millis());
    }

    /** The latest first: whoever asks now is not behind all who asked before, whom the walk from the oldest reaches. */
    List<Todo> latestUrgent(TodoKind kind) {
        return index.all(
                ROWS + "urgent = 1 and not_before <= ? order by since desc limit " + PAGE,
                OpenWork::todo,
                kind.name(),
                clock.millis());
    }

    private static Todo todo(ResultSet row) throws SQLException {
        return new Todo(
                TodoKind.valueOf(row.getString(1)),
                row.getString(2),
                row.getString(3),
                Instant.ofEpochMilli(row.getLong(4)),
                new Cause(row.getString(5), row.getString(6)));
    }
}
