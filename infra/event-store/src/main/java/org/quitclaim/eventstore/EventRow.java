package org.quitclaim.eventstore;

import java.util.List;
import java.util.regex.Pattern;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** One event (or snapshot) as it goes to disk, serialised on the thread that appends, not on the one that writes. */
record EventRow(
        String eventId,
        String streamId,
        long sequence,
        String streamType,
        String recordedAt,
        String eventType,
        String eventRevision,
        byte[] payload,
        byte[] metadata) {
    /** What an export leaf and a page of the history are sized for. */
    static final int MAX_EVENT_BYTES = 48 * 1024;

    private static final Pattern STABLE_WORD = Pattern.compile("[a-z][a-z-]*");

    static EventRow event(DomainEventMessage<?> event, Serializer serializer) {
        EventRow row = of(event, serializer);
        if (row.payload.length + row.metadata.length > MAX_EVENT_BYTES) {
            throw new EventTooLarge(row.eventType, MAX_EVENT_BYTES);
        }
        return row;
    }

    /** {@link EventDigest} of the event at a position. */
    byte[] digest(long position) {
        return EventDigest.of(
                List.of(
                        Long.toString(position),
                        eventId,
                        streamId,
                        Long.toString(sequence),
                        streamType,
                        recordedAt,
                        eventType,
                        eventRevision),
                payload,
                metadata);
    }

    static EventRow of(DomainEventMessage<?> event, Serializer serializer) {
        String type = event.getType();
        if (type == null || !STABLE_WORD.matcher(type).matches()) {
            throw new EventStoreException("A stream needs a stable lower-case type name; set @Aggregate(type = ...)");
        }
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        SerializedObject<byte[]> metadata = event.serializeMetaData(serializer, byte[].class);
        return new EventRow(
                event.getIdentifier(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                type,
                DateTimeUtils.formatInstant(event.getTimestamp()),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                metadata.getData());
    }
}
