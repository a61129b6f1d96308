package org.quitclaim.command.work;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.domain.restore.Nos;

/**
 * Every no of the history, and which of them stand in the ledger at the backup target.
 *
 * <p><b>Guarantees:</b> what an event adds changes with the position of the {@link WorkIndex}. That one was told is only
 * remembered here: it is compared with the ledger, and asked again after a rebuild.
 */
public final class NoList {
    private static final int PAGE = 500;

    private final WorkIndex index;

    public NoList(WorkIndex index) {
        this.index = index;
    }

    static void on(Rows rows, DomainEvent event, RecordedNo where) throws SQLException {
        boolean no = switch (Nos.in(event)) {
            case NO -> true;
            case NO_ONCE_REVIEWED ->
                rows.any(
                        "select 1 from reviewed where photo = ?", event.stream().value());
            case NOTHING -> false;
        };
        if (no) {
            rows.run(
                    "insert or ignore into no (id, stream, sequence, at) values (?, ?, ?, ?)",
                    where.id(),
                    where.stream(),
                    where.sequence(),
                    Rows.millis(where.at()));
        } else if (event instanceof PhotoEvent.ReviewCompleted e) {
            rows.run("insert or ignore into reviewed values (?)", e.photo().value());
        }
    }

    /** The first of those that were not told yet. */
    public List<RecordedNo> untold() {
        return index.all(
                "select id, stream, sequence, at from no where told = 0 order by number limit " + PAGE,
                row -> new RecordedNo(
                        row.getString(1), row.getString(2), row.getLong(3), Instant.ofEpochMilli(row.getLong(4))));
    }

    /** Counts up whenever it is forgotten which were told, so that they have to be compared with the ledger. */
    public int timesForgotten() {
        return index.timesRemade();
    }

    /** How many were not told yet. */
    public int countUntold() {
        return index.one("select count(*) from no where told = 0", row -> row.getInt(1))
                .orElse(0);
    }

    public void told(List<RecordedNo> nos) {
        nos.forEach(no -> index.settle("update no set told = 1 where id = ?", no.id()));
    }

    /** Has those told again that the ledger lacks, unless they were said before what it tells. */
    public void compare(Set<String> inLedger, Instant endedBefore) {
        List<String> missing = index
                .all("select id from no where told = 1 and at >= ?", row -> row.getString(1), Rows.millis(endedBefore))
                .stream()
                .filter(id -> !inLedger.contains(id))
                .toList();
        missing.forEach(id -> index.settle("update no set told = 0 where id = ?", id));
        index.settle("update no set told = 1 where told = 0 and at < ?", Rows.millis(endedBefore));
    }

    /** Every one that the history says. */
    public Set<String> ids() {
        return new HashSet<>(index.all("select id from no", row -> row.getString(1)));
    }
}
