package org.quitclaim.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of the file as they are stored, for whoever keeps something of each of them.
 *
 * <p><b>Guarantees:</b> only what is committed, in the order of positions.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class StoredEvents {
    private final EventDatabase database;

    StoredEvents(EventDatabase database) {
        this.database = database;
    }

    /** The position of the last event, 0 in an empty file; a volatile read. */
    public long head() {
        return database.writer().head();
    }

    /** What follows a position, up to another one. */
    public List<StoredEvent> between(long after, long last) throws SQLException {
        List<StoredEvent> events = new ArrayList<>();
        try (Connection connection = database.reader();
                PreparedStatement query = connection.prepareStatement("select " + StoredEvent.COLUMNS
                        + " from events where position > ? and position <= ? order by position")) {
            query.setLong(1, after);
            query.setLong(2, last);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    events.add(StoredEvent.of(rows));
                }
            }
        }
        return events;
    }
}
