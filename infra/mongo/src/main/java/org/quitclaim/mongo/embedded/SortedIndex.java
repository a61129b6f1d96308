package org.quitclaim.mongo.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An index that is kept in order, in the same file as the documents: single or compound, over arrays (an entry per
 * element), unique or not.
 *
 * <p>An entry is the {@link SortableKey}s of the fields followed by that of the document's {@code _id}, and maps to the
 * {@code _id}. The server itself plans with {@link #canHandle}, which always declines; {@link QueryPlan} does it.
 *
 * <p><b>Thread-safety:</b> none; the collection's lock guards it.
 */
final class SortedIndex extends Index<Object> {
    private static final String ID = "_id";

    private final MVMap<String, Object> entries;
    private final boolean unique;

    SortedIndex(MVMap<String, Object> entries, String name, List<IndexKey> keys, boolean sparse, boolean unique) {
        super(name, keys, sparse);
        this.entries = entries;
        this.unique = unique;
    }

    List<String> fields() {
        return keys();
    }

    /** A sparse index does not know every document, so it guards uniqueness and answers no query. */
    boolean leavesOut() {
        return isSparse();
    }

    /** @param key what the entry is kept under, @param position the {@code _id} of the document */
    record Entry(String key, Object position) {}

    /** Entries from {@code from} (inclusive) to {@code to} (exclusive), in the order of the index or against it. */
    Iterator<Entry> between(String from, String to, boolean reverse) {
        return reverse ? backwards(from, to) : forwards(from, to);
    }

    private Iterator<Entry> forwards(String from, String to) {
        var cursor = entries.cursor(from, null, false);
        return new Entries() {
            @Override
            @Nullable
            Entry advance() {
                if (!cursor.hasNext()) {
                    return null;
                }
                String key = cursor.next();
                return key.compareTo(to) < 0 ? new Entry(key, cursor.getValue()) : null;
            }
        };
    }

    private Iterator<Entry> backwards(String from, String to) {
        var cursor = entries.cursor(to, null, true);
        return new Entries() {
            @Override
            @Nullable
            Entry advance() {
                while (cursor.hasNext()) {
                    String key = cursor.next();
                    if (key.compareTo(to) < 0) {
                        return key.compareTo(from) >= 0 ? new Entry(key, cursor.getValue()) : null;
                    }
                }
                return null;
            }
        };
    }

    private abstract static class Entries implements Iterator<Entry> {
        private @Nullable Entry next;
        private boolean fetched;

        abstract @Nullable Entry advance();

        @Override
        public boolean hasNext() {
            if (!fetched) {
                next = advance();
                fetched = true;
            }
            return next != null;
        }

        @Override
        public Entry next() {
            if (!hasNext()) {
                throw new java.util.NoSuchElementException();
            }
            fetched = false;
            return Objects.requireNonNull(next);
        }
    }

    private Set<String> keysOf(Document document) {
        Set<String> prefixes = new LinkedHashSet<>(Set.of(""));
        for (String field : keys()) {
            Set<String> longer = new LinkedHashSet<>();
            for (Object value : valuesOf(document, field)) {
                prefixes.forEach(prefix -> longer.add(prefix + SortableKey.of(value)));
            }
            prefixes = longer;
        }
        return prefixes;
    }

    private static Collection<?> valuesOf(Document document, String field) {
        Object value = Utils.getSubdocumentValueCollectionAware(document, field);
        if (!(value instanceof Collection<?> elements)) {
            return new ArrayList<>(java.util.Collections.singletonList(value));
        }
        // an empty array keeps its entry: the document must be found by the other fields of a compound index
        return elements.isEmpty() ? List.of(Missing.getInstance()) : elements;
    }

    private Iterator<Entry> under(String key) {
        return between(key, key + Character.MAX_VALUE, false);
    }

    private static String suffix(@Nullable Object position) {
        return SortableKey.of(position);
    }

    private boolean skips(Document document) {
        return isSparse()
                && keys().stream().allMatch(field -> Utils.getSubdocumentValue(document, field) instanceof Missing);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        checkAdd(document, collection);
        if (!skips(document)) {
            keysOf(document).forEach(key -> entries.put(key + suffix(position), position));
        }
    }

    @Override
    public @Nullable Object remove(Document document) {
        if (skips(document)) {
            return null;
        }
        Object position = null;
        for (String key : keysOf(document)) {
            Object removed = entries.remove(key + suffix(document.get(ID)));
            position = removed == null ? position : removed;
        }
        return position;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        if (unique && !skips(document)) {
            requireFree(document, null, collection);
        }
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        if (unique && !skips(after)) {
            requireFree(after, before.get(ID), collection);
        }
    }

    private void requireFree(Document document, @Nullable Object own, MongoCollection<Object> collection) {
        for (String key : keysOf(document)) {
            for (Iterator<Entry> others = under(key); others.hasNext(); ) {
                if (!others.next().position().equals(own)) {
                    List<Object> values = new ArrayList<>();
                    keys().forEach(field -> values.add(Utils.getSubdocumentValue(document, field)));
                    throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(values));
                }
            }
        }
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        Set<String> old = skips(before) ? Set.of() : keysOf(before);
        Set<String> now = skips(after) ? Set.of() : keysOf(after);
        if (!old.equals(now)) {
            old.forEach(key -> entries.remove(key + suffix(position)));
            now.forEach(key -> entries.put(key + suffix(position), position));
        }
    }

    /** The server expects all indexes that answer to agree, which only those can whose keys name one document. */
    @Override
    public @Nullable Object getPosition(Document document) {
        if (!unique) {
            return null;
        }
        for (String key : keysOf(document)) {
            Iterator<Entry> found = under(key);
            if (found.hasNext()) {
                return found.next().position();
            }
        }
        return null;
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("planned by QueryPlan");
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    @Override
    public long getCount() {
        return entries.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        entries.clear();
    }
}
