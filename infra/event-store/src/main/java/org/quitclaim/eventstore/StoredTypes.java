package org.quitclaim.eventstore;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.quitclaim.domain.Stored;

/**
 * The stable words on disk and the types they stand for, in both directions.
 *
 * <p><b>Guarantees:</b> a class name never reaches the disk. Two types under one word, or a type without one, are
 * refused when this is built.
 *
 * <p><b>Errors:</b> {@link SerializationException} for a word or a revision that is not known: history that cannot be
 * read stops the reader, it is never skipped.
 */
public final class StoredTypes {
    private final Map<Class<?>, SerializedType> words = new HashMap<>();
    private final Map<String, Class<?>> classes = new HashMap<>();

    public StoredTypes(Collection<? extends Class<?>> types) {
        types.forEach(this::register);
        register(UnreadableEvent.class);
    }

    private void register(Class<?> type) {
        Stored stored = type.getAnnotation(Stored.class);
        if (stored == null) {
            throw new IllegalArgumentException(type.getName() + " is stored but carries no @Stored word");
        }
        words.put(type, new SimpleSerializedType(stored.value(), Integer.toString(stored.revision())));
        Class<?> other = classes.put(stored.value(), type);
        if (other != null && other != type) {
            throw new IllegalArgumentException(
                    "Two types are stored as " + stored.value() + ": " + other.getName() + " and " + type.getName());
        }
    }

    SerializedType wordOf(Class<?> type) {
        SerializedType word = words.get(type);
        if (word == null) {
            throw new SerializationException(
                    type.getName() + " may not be stored: it is in no catalogue of stored types");
        }
        return word;
    }

    Class<?> classOf(SerializedType word) {
        Class<?> type = classes.get(word.getName());
        if (type == null || !wordOf(type).equals(word)) {
            throw new SerializationException("The event store holds " + word.getName() + "/" + word.getRevision()
                    + ", which this version cannot read: it lacks the type or an upcaster");
        }
        return type;
    }
}
