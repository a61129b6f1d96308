package org.quitclaim.standalone;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quitclaim.eventstore.StoredEvent;
import org.quitclaim.transparency.EventContent;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What the log commits to of an event as it is stored.
 *
 * <p><b>Guarantees:</b> the same from any store: metadata by name, the time as a number. What is no text, or cannot be read,
 * is committed to as it is written.
 */
final class LoggedContent {
    private static final JsonFactory JSON = new JsonFactory();
    /** In the place of a time that is none. */
    private static final long NO_TIME = Long.MIN_VALUE;

    private LoggedContent() {}

    static byte[] of(StoredEvent event) {
        return new EventContent(
                        event.eventId(),
                        event.streamId(),
                        event.sequence(),
                        event.streamType(),
                        millis(event.recordedAt()),
                        event.type(),
                        event.revision(),
                        event.payload(),
                        metadata(event.metadata()))
                .bytes();
    }

    private static long millis(String time) {
        try {
            return Instant.parse(time).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            return NO_TIME;
        }
    }

    private static SortedMap<String, String> metadata(byte[] json) {
        SortedMap<String, String> pairs = new TreeMap<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            boolean flat = parser.nextToken() == JsonToken.START_OBJECT;
            while (flat && parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                flat = parser.nextToken().isScalarValue();
                pairs.put(name, parser.getString());
            }
            if (flat && parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null) {
                return pairs;
            }
        } catch (JacksonException e) {
            return asWritten(json);
        }
        return asWritten(json);
    }

    /** Under a name that no pair has; each byte a letter, so that none is lost. */
    private static SortedMap<String, String> asWritten(byte[] json) {
        return new TreeMap<>(java.util.Map.of("", new String(json, StandardCharsets.ISO_8859_1)));
    }
}
