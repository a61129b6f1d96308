package org.quitclaim.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether each event is what was kept of it apart from the file.
 *
 * <p><b>Guarantees:</b> events that differ are named with those beside them as one, each by itself otherwise.
 */
final class KeptCheck {
    /** Before a start these are compared at least, whatever the file says was verified. */
    static final long NEWEST = 20_000;

    private static final String ROWS =
            "select " + StoredEvent.COLUMNS + " from events where position > ? order by position";
    /** More are told as one. */
    private static final int RANGES = 100;

    private final EventQueries file;
    private final KeptApart kept;
    private final StreamFaults faults;
    private final List<AlteredEvents> altered = new ArrayList<>();
    private Optional<String> fault;
    private RowDigests now = new RowDigests(0);
    private String type = "";

    KeptCheck(EventQueries file, KeptApart kept, StreamFaults faults) {
        this.file = file;
        this.kept = kept;
        this.faults = faults;
        this.fault = kept.fault();
    }

    /** @param everything whether all that is kept is looked at too */
    KeptCheck run(long behind, boolean everything) throws SQLException {
        if (fault.isEmpty() && kept != KeptApart.NONE) {
            try {
                if (everything) {
                    kept.requireWhole();
                }
                file.each(ROWS, this::compare, behind);
            } catch (KeptApart.Unusable e) {
                fault = Optional.of(String.valueOf(e.getMessage()));
            }
            end();
        }
        return this;
    }

    private void compare(ResultSet row) throws SQLException {
        StoredEvent event = StoredEvent.of(row);
        boolean asItWas = event.position() <= kept.last() ? kept.holds(event) : event.position() <= kept.endedAt();
        // of what nobody can read nothing is used anyway
        if (asItWas || !faults.isReadable(event.position())) {
            end();
            return;
        }
        if (now.last() > 0 && now.last() + 1 != event.position()) {
            end();
        }
        if (now.last() == 0) {
            now = new RowDigests(event.position() - 1);
            type = event.type();
        }
        now.put(event.position(), RowDigests.of(row));
    }

    private void end() {
        if (now.last() > now.before() && altered.size() < RANGES) {
            long first = now.before() + 1;
            altered.add(new AlteredEvents(first, now.last(), type, now.content(first, now.last())));
        }
        now = new RowDigests(0);
    }

    /** Those that no other look has named. */
    List<AlteredEvents> beside(List<AlteredEvents> known) {
        return altered.stream()
                .filter(one ->
                        known.stream().noneMatch(other -> other.first() <= one.first() && other.last() >= one.last()))
                .toList();
    }

    Optional<String> fault() {
        return fault;
    }
}
