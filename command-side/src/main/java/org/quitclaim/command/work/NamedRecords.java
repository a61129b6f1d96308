package org.quitclaim.command.work;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.OpaqueId;
import org.quitclaim.domain.vault.RecordId;

/** The sealed records that an event names; what no event names is removed. */
final class NamedRecords {
    private static final Map<Class<?>, List<RecordComponent>> COMPONENTS = new ConcurrentHashMap<>();

    private NamedRecords() {}

    static Set<RecordId> in(Record value) {
        Set<RecordId> found = new LinkedHashSet<>();
        collect(value, found);
        return found;
    }

    static Set<RecordId> in(DomainEvent event) {
        return in((Record) event);
    }

    private static void collect(@Nullable Object value, Set<RecordId> found) {
        switch (value) {
            case null -> {}
            case RecordId id -> found.add(id);
            case OpaqueId id -> {}
            case Collection<?> many -> many.forEach(one -> collect(one, found));
            case Record record -> components(record.getClass()).forEach(part -> collect(read(part, record), found));
            default -> {}
        }
    }

    private static List<RecordComponent> components(Class<?> type) {
        return COMPONENTS.computeIfAbsent(type, record -> List.of(record.getRecordComponents()));
    }

    private static @Nullable Object read(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's component cannot be read", e);
        }
    }
}
