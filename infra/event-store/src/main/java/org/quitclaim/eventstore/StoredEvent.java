package org.quitclaim.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One event as it lies in the file, not read by any serializer; what somebody changed may be anything.
 *
 * @param payload as it was written, whatever upcasters make of it
 * @param metadata as it was written
 */
public record StoredEvent(
        long position,
        String eventId,
        String streamId,
        long sequence,
        String streamType,
        String recordedAt,
        String type,
        String revision,
        byte[] payload,
        byte[] metadata) {
    /** In the order in which {@link #of} expects them. */
    static final String COLUMNS = "position, event_id, stream_id, sequence, stream_type, recorded_at, event_type,"
            + " event_revision, payload, metadata";

    static StoredEvent of(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                text(row.getString(2)),
                text(row.getString(3)),
                row.getLong(4),
                text(row.getString(5)),
                text(row.getString(6)),
                text(row.getString(7)),
                text(row.getString(8)),
                bytes(row.getBytes(9)),
                bytes(row.getBytes(10)));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static byte[] bytes(byte @Nullable [] bytes) {
        return bytes == null ? new byte[0] : bytes;
    }
}
