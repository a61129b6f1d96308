package org.quitclaim.query.projection;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The documents of one kind.
 *
 * <p><b>Guarantees:</b> a document is only ever replaced by one with a higher guard, so a late or repeated write changes
 * nothing. Every look-up goes by the id, the birth or a declared lookup, all of them indexed.
 *
 * <p><b>Thread-safety:</b> {@link #load}, {@link #write} and {@link #forget} belong to the one writer, which keeps the
 * documents it used last in memory; everything else is safe.
 */
public final class DocumentCollection<D extends ReadDocument> {
    private static final int CHUNK = 200;

    /** A page that finds less than it was asked for gives up after this many, and says where to go on. */
    private static final int LOOKED_AT = 4_000;

    private static final int DUPLICATE_KEY = 11_000;

    private final String kind;
    private final Class<D> type;
    private final DocumentForm<D> form;
    private final List<String> lookups;
    private final MongoCollection<Document> documents;
    private final RecentlyUsed<D> recent = new RecentlyUsed<>();

    public DocumentCollection(MongoDatabase database, String kind, Class<D> type, List<String> lookups) {
        this.kind = kind;
        this.type = type;
        this.form = new DocumentForm<>(type);
        this.lookups = List.copyOf(lookups);
        this.documents = database.getCollection(kind);
        index();
    }

    private void index() {
        documents.createIndex(Indexes.ascending(DocumentForm.BORN));
        lookups.forEach(field -> documents.createIndex(Indexes.ascending(field, DocumentForm.BORN)));
    }

    public String kind() {
        return kind;
    }

    /** How a document of this kind is written: in which form, by what it can be listed, and what its record holds. */
    String form() {
        return kind + " " + DocumentForm.NAME + lookups + RecordShape.digest(type);
    }

    /** The documents of these ids that exist. */
    public Map<String, D> load(Collection<String> ids) {
        Map<String, D> found = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (String id : ids) {
            recent.get(id).ifPresentOrElse(document -> found.put(id, document), () -> missing.add(id));
        }
        for (int from = 0; from < missing.size(); from += CHUNK) {
            List<String> chunk = missing.subList(from, Math.min(from + CHUNK, missing.size()));
            documents.find(Filters.in(DocumentForm.ID, chunk)).forEach(one -> {
                D document = read(one);
                recent.put(document);
                found.put(document.documentId(), document);
            });
        }
        return found;
    }

    /** Writes those that are newer than what is there. */
    public void write(Collection<D> changed) {
        List<D> all = List.copyOf(changed);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<D> chunk = all.subList(from, Math.min(from + CHUNK, all.size()));
            replace(chunk);
            chunk.forEach(recent::put);
        }
    }

    private void replace(List<D> chunk) {
        List<WriteModel<Document>> writes =
                chunk.stream().map(this::replacement).toList();
        try {
            documents.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            boolean onlyStale = e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
            if (!onlyStale || e.getWriteConcernError() != null) {
                throw e;
            }
        }
    }

    private WriteModel<Document> replacement(D document) {
        return new ReplaceOneModel<>(
                Filters.and(
                        Filters.eq(DocumentForm.ID, document.documentId()),
                        Filters.lt(DocumentForm.GUARD, document.guard())),
                form.write(document),
                new ReplaceOptions().upsert(true));
    }

    public Optional<D> find(String id) {
        return Optional.ofNullable(documents.find(Filters.eq(id)).first()).map(this::read);
    }

    public List<D> find(Collection<String> ids) {
        List<D> found = new ArrayList<>();
        documents.find(Filters.in(DocumentForm.ID, ids)).forEach(form -> found.add(read(form)));
        return found;
    }

    /** Everything, newest first. */
    public Page<D> page(Cursor from, int limit, Predicate<D> wanted) {
        return page(Filters.empty(), from, limit, wanted);
    }

    /** Everything with this value under a declared lookup, newest first. */
    public Page<D> page(String lookup, Object value, Cursor from, int limit, Predicate<D> wanted) {
        return page(Filters.eq(lookup, value), from, limit, wanted);
    }

    /** Everything with one of these values under a declared lookup, newest first. */
    public Page<D> page(String lookup, Collection<?> values, Cursor from, int limit, Predicate<D> wanted) {
        return values.isEmpty() ? new Page<>(List.of(), null) : page(Filters.in(lookup, values), from, limit, wanted);
    }

    /** Those of these ids that exist, newest first. */
    public Page<D> page(Set<String> ids, Cursor from, int limit) {
        List<D> older = find(ids).stream()
                .filter(one -> one.born() < from.before())
                .sorted(Comparator.comparingLong(ReadDocument::born).reversed())
                .toList();
        if (older.size() <= limit) {
            return new Page<>(older, null);
        }
        List<D> page = older.subList(0, limit);
        return new Page<>(page, new Cursor(page.getLast().born()).text());
    }

    /** All with this value under a declared lookup; for those of which there are few. */
    public List<D> where(String lookup, Object value) {
        List<D> found = new ArrayList<>();
        documents.find(Filters.eq(lookup, value)).forEach(form -> found.add(read(form)));
        return found;
    }

    /** Whether anything has this value under a declared lookup. */
    public boolean any(String lookup, Object value) {
        return documents
                        .find(Filters.eq(lookup, value))
                        .projection(Projections.include(DocumentForm.ID))
                        .first()
                != null;
    }

    private Page<D> page(Bson filter, Cursor from, int limit, Predicate<D> wanted) {
        List<D> found = new ArrayList<>();
        long before = from.before();
        for (int lookedAt = 0; lookedAt < LOOKED_AT; lookedAt += CHUNK) {
            List<D> chunk = chunk(filter, before);
            for (D document : chunk) {
                if (found.size() == limit) {
                    return new Page<>(found, new Cursor(before).text());
                }
                before = document.born();
                if (wanted.test(document)) {
                    found.add(document);
                }
            }
            if (chunk.size() < CHUNK) {
                return new Page<>(found, null);
            }
        }
        return new Page<>(found, new Cursor(before).text());
    }

    private List<D> chunk(Bson filter, long before) {
        Bson older = Filters.lt(DocumentForm.BORN, before);
        List<D> chunk = new ArrayList<>();
        documents
                .find(filter.equals(Filters.empty()) ? older : Filters.and(filter, older))
                .sort(Sorts.descending(DocumentForm.BORN))
                .limit(CHUNK)
                .forEach(form -> chunk.add(read(form)));
        return chunk;
    }

    /** Hands over the ids of everything with this value, a bounded number at a time. */
    public void idsWhere(String lookup, Object value, Consumer<List<String>> chunks) {
        List<String> ids = new ArrayList<>();
        documents
                .find(Filters.eq(lookup, value))
                .projection(Projections.include(DocumentForm.ID))
                .forEach(form -> ids.add(form.getString(DocumentForm.ID)));
        for (int from = 0; from < ids.size(); from += CHUNK) {
            chunks.accept(ids.subList(from, Math.min(from + CHUNK, ids.size())));
        }
    }

    private D read(Document form) {
        return this.form.read(form);
    }

    /** Every document by id in one canonical form: what a rebuild must arrive at again. */
    public Map<String, String> dump() {
        Map<String, String> all = new TreeMap<>();
        documents.find().forEach(form -> all.put(kind + " " + form.get(DocumentForm.ID), DocumentForm.canonical(form)));
        return all;
    }

    void forget() {
        recent.clear();
    }

    /** Removes every document. The indexes stay, or are there again where the whole database is a new one. */
    void clear() {
        index();
        documents.deleteMany(new Document());
        recent.clear();
    }
}
