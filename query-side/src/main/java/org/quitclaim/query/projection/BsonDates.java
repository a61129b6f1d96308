package org.quitclaim.query.projection;

import java.time.Instant;
import java.util.Date;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Instants as dates of MongoDB, which have milliseconds, as all instants of the history do. */
final class BsonDates extends SimpleModule {
    private static final long serialVersionUID = 1L;

    BsonDates() {
        super("bson-dates");
        addSerializer(Instant.class, new Writer());
        addDeserializer(Instant.class, new Reader());
    }

    private static final class Writer extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant instant, JsonGenerator generator, SerializationContext context) {
            generator.writeEmbeddedObject(Date.from(instant));
        }
    }

    private static final class Reader extends ValueDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            return parser.getEmbeddedObject() instanceof Date date
                    ? date.toInstant()
                    : (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
    }
}
