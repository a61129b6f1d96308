package org.quitclaim.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;

/**
 * Whether each event can be read, and is what it was when it was verified, or written where nobody verified it yet.
 *
 * <p><b>Guarantees:</b> each position is compared by itself, so that what is missing or unreadable at one hides nothing at
 * another.
 */
final class PayloadCheck {
    private static final String ROW = "select position, event_id, stream_id, sequence, stream_type, recorded_at,"
            + " event_type, event_revision, payload, metadata, digest from events where position > ? order by position";
    /** More are told as one. */
    private static final int RANGES = 100;

    private final EventQueries file;
    private final StoredTypesSerializer serializer;
    private final StreamFaults faults;
    private final BiConsumer<String, Object> reader;
    private final Set<SimpleSerializedType> read = new HashSet<>();
    private final List<Range> altered = new ArrayList<>();

    private record Range(long first, long last, String type) {}

    /** @param reader given the stream and the payload of each event that can be read */
    PayloadCheck(
            EventQueries file,
            StoredTypesSerializer serializer,
            StreamFaults faults,
            BiConsumer<String, Object> reader) {
        this.file = file;
        this.serializer = serializer;
        this.faults = faults;
        this.reader = reader;
    }

    /**
     * Reads what is behind a position.
     *
     * @param verified with which it is compared
     * @return what it is now
     */
    RowDigests run(long behind, RowDigests verified, PositionCheck positions) throws SQLException {
        RowDigests found = new RowDigests(behind);
        file.each(
                ROW,
                row -> {
                    read(row);
                    long position = row.getLong(1);
                    byte[] digest = RowDigests.of(row);
                    if (positions.isPlausible(position)) {
                        found.put(position, digest);
                        boolean asItWas = verified.knows(position)
                                ? verified.is(position, digest)
                                : Arrays.equals(row.getBytes(11), digest);
                        if (!asItWas && faults.isReadable(position)) {
                            altered(position, row.getString(7));
                        }
                    }
                },
                behind == 0 ? Long.MIN_VALUE : behind);
        return found;
    }

    private void altered(long position, String type) {
        if (!altered.isEmpty()) {
            Range last = altered.getLast();
            if (last.last + 1 == position || altered.size() == RANGES) {
                altered.set(altered.size() - 1, new Range(last.first, position, last.type));
                return;
            }
        }
        altered.add(new Range(position, position, type));
    }

    List<AlteredEvents> altered(RowDigests now) {
        return altered.stream()
                .map(range ->
                        new AlteredEvents(range.first, range.last, range.type, now.content(range.first, range.last)))
                .toList();
    }

    /** Of every event that was read and could be. */
    Set<SimpleSerializedType> types() {
        return read;
    }

    private void read(ResultSet row) throws SQLException {
        SimpleSerializedType type = new SimpleSerializedType(row.getString(7), row.getString(8));
        try {
            Object payload = serializer.deserialize(new SimpleSerializedObject<>(row.getBytes(9), byte[].class, type));
            serializer.deserialize(new SimpleSerializedObject<>(
                    row.getBytes(10), byte[].class, new SimpleSerializedType(MetaData.class.getName(), null)));
            DateTimeUtils.parseInstant(row.getString(6));
            read.add(type);
            reader.accept(row.getString(3), payload);
        } catch (SerializationException | DateTimeException e) {
            faults.unreadable(row.getLong(1), row.getString(3), type.getName() + "/" + type.getRevision());
        }
    }
}
