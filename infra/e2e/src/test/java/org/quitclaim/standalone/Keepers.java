package org.quitclaim.standalone;

import java.lang.foreign.Arena;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.channels.Channel;
import java.sql.Connection;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.quitclaim.vault.remnant.SearchedStore;

/**
 * Finds, from these objects on through everything of ours that they hold, what can keep something between two requests:
 * collections, arrays, caches, connections, memory. What cannot change once it is there is no keeper, nor is a value of
 * the domain: whatever holds it is.
 */
final class Keepers {
    private static final String OURS = "org.quitclaim.";
    private static final String VALUES = "org.quitclaim.domain.";

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> found = new TreeSet<>();

    Set<String> among(Collection<?> objects) {
        objects.forEach(this::walk);
        return found;
    }

    private void walk(@Nullable Object one) {
        if (one == null || !isOurs(one.getClass()) || one instanceof SearchedStore || !seen.add(one)) {
            return;
        }
        for (Class<?> type = one.getClass(); isOurs(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    look(type, value(field, one));
                }
            }
        }
    }

    private void look(Class<?> holder, @Nullable Object value) {
        if (value == null) {
            return;
        }
        if (keeps(value)) {
            found.add(holder.getSimpleName());
        }
        switch (value) {
            case Map<?, ?> map -> map.values().forEach(this::walk);
            case Collection<?> many -> many.forEach(this::walk);
            default -> walk(value);
        }
    }

    private static boolean keeps(Object value) {
        return switch (value) {
            case Map<?, ?> map -> changes(map);
            case Collection<?> many -> changes(many);
            case Connection connection -> true;
            case Channel channel -> true;
            case Arena arena -> true;
            case AtomicReference<?> reference -> true;
            case CharSequence text -> !(text instanceof String);
            default ->
                value.getClass().isArray() && Array.getLength(value) > 0
                        || value.getClass().getName().startsWith("com.github.benmanes.caffeine.");
        };
    }

    private static boolean changes(Object collection) {
        String name = collection.getClass().getName();
        return !name.startsWith("java.util.ImmutableCollections")
                && !name.startsWith("java.util.Collections$Unmodifiable")
                && !name.startsWith("java.util.Collections$Empty")
                && !name.startsWith("java.util.Collections$Singleton");
    }

    private static boolean isOurs(@Nullable Class<?> type) {
        return type != null
                && type.getName().startsWith(OURS)
                && !type.getName().startsWith(VALUES)
                && !type.isEnum()
                && !type.isHidden();
    }

    private static @Nullable Object value(Field field, Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a field of ours can be read", e);
        }
    }
}
