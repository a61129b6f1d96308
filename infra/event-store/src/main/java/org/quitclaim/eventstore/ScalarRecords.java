package org.quitclaim.eventstore;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.MalformedId;
import org.quitclaim.domain.OpaqueId;
import org.quitclaim.domain.vault.ActorId;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.KeyDeserializers;
import tools.jackson.databind.ser.Serializers;

/** Ids and codes of the domain as strings and records of a single number as numbers; the record's own constructor checks what it is given. */
final class ScalarRecords {
    private ScalarRecords() {}

    static boolean isScalar(Class<?> type) {
        if (!type.isRecord()
                || !type.getName().startsWith("org.quitclaim.")
                || type.getRecordComponents().length != 1) {
            return false;
        }
        Class<?> component = type.getRecordComponents()[0].getType();
        return component == String.class
                ? isDomainText(type)
                : (component == int.class || component == long.class) && !isVariant(type);
    }

    /** Ids, territories, contexts; not the bodies of requests, which are objects even with a single text. */
    private static boolean isDomainText(Class<?> type) {
        return OpaqueId.class.isAssignableFrom(type)
                || (type.getName().startsWith("org.quitclaim.domain.") && !isVariant(type));
    }

    /** An event, or a variant that needs its {@code kind} beside its number. */
    private static boolean isVariant(Class<?> type) {
        return Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
    }

    /** Unwraps and wraps the single component. */
    private record Shape(Method accessor, Constructor<?> constructor, Class<?> component) {
        static Shape of(Class<?> type) {
            RecordComponent component = type.getRecordComponents()[0];
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(component.getType());
                constructor.setAccessible(true);
                component.getAccessor().setAccessible(true);
                return new Shape(component.getAccessor(), constructor, component.getType());
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("A record without its canonical constructor: " + type.getName(), e);
            }
        }

        Object unwrap(Object value) {
            try {
                return accessor.invoke(value);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("A record that does not give its component", e);
            }
        }

        Object wrap(Object scalar, Class<?> type, DeserializationContext context) {
            try {
                return constructor.newInstance(scalar);
            } catch (InvocationTargetException e) {
                throw context.instantiationException(type, e.getCause());
            } catch (InstantiationException | IllegalAccessException e) {
                throw context.instantiationException(type, e);
            }
        }
    }

    static final class Writers implements Serializers {
        @Override
        public @Nullable ValueSerializer<?> findSerializer(
                SerializationConfig config,
                JavaType type,
                BeanDescription.Supplier description,
                JsonFormat.@Nullable Value format) {
            return isScalar(type.getRawClass()) ? new Writer(Shape.of(type.getRawClass()), false) : null;
        }
    }

    static final class KeyWriters implements Serializers {
        @Override
        public @Nullable ValueSerializer<?> findSerializer(
                SerializationConfig config,
                JavaType type,
                BeanDescription.Supplier description,
                JsonFormat.@Nullable Value format) {
            return isScalar(type.getRawClass()) ? new Writer(Shape.of(type.getRawClass()), true) : null;
        }
    }

    private static final class Writer extends ValueSerializer<Object> {
        private final Shape shape;
        private final boolean asKey;

        Writer(Shape shape, boolean asKey) {
            this.shape = shape;
            this.asKey = asKey;
        }

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
            Object scalar = shape.unwrap(value);
            if (asKey) {
                generator.writeName(scalar.toString());
            } else if (scalar instanceof String text) {
                generator.writeString(text);
            } else {
                generator.writeNumber(((Number) scalar).longValue());
            }
        }
    }

    static final class Readers implements Deserializers {
        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return type.hasRawClass(ActorId.class)
                    ? new ActorReader()
                    : isScalar(type.getRawClass()) ? new Reader(type.getRawClass()) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return type == ActorId.class || isScalar(type);
        }
    }

    /** An id that says by its prefix which of two it is. */
    private static final class ActorReader extends ValueDeserializer<ActorId> {
        @Override
        public ActorId deserialize(JsonParser parser, DeserializationContext context) {
            try {
                return ActorId.of(context.readValue(parser, String.class));
            } catch (MalformedId e) {
                throw context.instantiationException(ActorId.class, e);
            }
        }
    }

    private static final class Reader extends ValueDeserializer<Object> {
        private final Class<?> type;
        private final Shape shape;

        Reader(Class<?> type) {
            this.type = type;
            this.shape = Shape.of(type);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            return shape.wrap(context.readValue(parser, shape.component), type, context);
        }
    }

    static final class KeyReaders implements KeyDeserializers {
        @Override
        public @Nullable KeyDeserializer findKeyDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return isScalar(type.getRawClass()) ? new KeyReader(type.getRawClass()) : null;
        }
    }

    private static final class KeyReader extends KeyDeserializer {
        private final Class<?> type;
        private final Shape shape;

        KeyReader(Class<?> type) {
            this.type = type;
            this.shape = Shape.of(type);
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            try {
                Object scalar = shape.component == String.class
                        ? key
                        : shape.component == int.class ? Integer.valueOf(key) : (Object) Long.valueOf(key);
                return shape.wrap(scalar, type, context);
            } catch (NumberFormatException e) {
                throw context.instantiationException(type, e);
            }
        }
    }
}
