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
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.query.CriteriaDefinition;

/**
 * The documents of one kind, whose name and indexes are declared on their type.
 *
 * <p><b>Guarantees:</b> a document is only ever replaced by one with a higher guard, so a late or repeated write changes
 * nothing. Lists are answered by the database, newest first: it looks at no more than it answers where an index begins
 * with what is asked for and goes on with {@code born}.
 *
 * <p><b>Thread-safety:</b> {@link #load}, {@link #write} and {@link #forget} belong to the one writer, which keeps the
 * documents it used last in memory; everything else is safe.
 */
public final class DocumentCollection<D extends ReadDocument> {
    private static final int CHUNK = 200;
    private static final int DUPLICATE_KEY = 11_000;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final String kind;
    private final Class<D> type;
    private final DocumentForm<D> form;
    private final List<String> indexes;
    private final MongoCollection<Document> documents;
    private final Clock clock;
    private final RecentlyUsed<D> recent = new RecentlyUsed<>();

    public DocumentCollection(MongoDatabase database, Class<D> type) {
        this(database, type, Clock.systemUTC());
    }

    /** @param clock what of a document depends on the time is written as of then */
    public DocumentCollection(MongoDatabase database, Class<D> type, Clock clock) {
        this.kind = kindOf(type);
        this.type = type;
        this.form = new DocumentForm<>(type);
        this.indexes = Arrays.stream(type.getAnnotationsByType(CompoundIndex.class))
                .map(CompoundIndex::def)
                .toList();
        this.documents = database.getCollection(kind);
        this.clock = clock;
        index();
    }

    private static String kindOf(Class<?> type) {
        return Objects.requireNonNull(
                        type.getAnnotation(org.springframework.data.mongodb.core.mapping.Document.class),
                        () -> type + " says in no @Document what its collection is called")
                .value();
    }

    private void index() {
        documents.createIndex(Indexes.ascending(DocumentForm.BORN));
        indexes.forEach(keys -> documents.createIndex(Document.parse(keys)));
    }

    public String kind() {
        return kind;
    }

    Class<D> type() {
        return type;
    }

    /** How a document of this kind is written: in which form, by what it can be listed, and what its record holds. */
    String form() {
        return kind + " " + DocumentForm.NAME + indexes + RecordShape.digest(type);
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
                D document = form.read(one);
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
        Instant at = clock.instant();
        List<WriteModel<Document>> writes =
                chunk.stream().map(one -> replacement(one, at)).toList();
        try {
            documents.bulkWrite(writes, UNORDERED);
        } catch (MongoBulkWriteException e) {
            boolean onlyStale = e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
            if (!onlyStale || e.getWriteConcernError() != null) {
                throw e;
            }
        }
    }

    private WriteModel<Document> replacement(D document, Instant at) {
        return new ReplaceOneModel<>(
                Filters.and(
                        Filters.eq(DocumentForm.ID, document.documentId()),
                        Filters.lt(DocumentForm.GUARD, document.guard())),
                form.write(document, at),
                new ReplaceOptions().upsert(true));
    }

    /**
     * Brings up to date what depends on the clock in the documents that are found by this, until none is found any more.
     * What the writer wrote meanwhile stays.
     *
     * @param outdated what no document meets any more once it is as of {@code at}
     */
    public void refresh(CriteriaDefinition outdated, Instant at) {
        List<D> chunk;
        do {
            chunk = new ArrayList<>();
            documents.find(bson(outdated)).limit(CHUNK).map(form::read).into(chunk);
            List<WriteModel<Document>> updates =
                    chunk.stream().map(one -> refreshed(one, at)).toList();
            if (!updates.isEmpty()) {
                documents.bulkWrite(updates, UNORDERED);
            }
        } while (chunk.size() == CHUNK);
    }

    private static WriteModel<Document> refreshed(ReadDocument document, Instant at) {
        return new UpdateOneModel<>(
                Filters.and(
                        Filters.eq(DocumentForm.ID, document.documentId()),
                        Filters.eq(DocumentForm.GUARD, document.guard())),
                Updates.set(ReadDocument.NOW, document.derived(at).get(ReadDocument.NOW)));
    }

    public Optional<D> find(String id) {
        return Optional.ofNullable(documents.find(Filters.eq(id)).first()).map(form::read);
    }

    public List<D> find(Collection<String> ids) {
        return documents.find(Filters.in(DocumentForm.ID, ids)).map(form::read).into(new ArrayList<>());
    }

    /** Everything, newest first. */
    public Page<D> page(Cursor from, int limit) {
        return page(Filters.empty(), from, limit);
    }

    /** What meets this, newest first. */
    public Page<D> page(CriteriaDefinition wanted, Cursor from, int limit) {
        return page(bson(wanted), from, limit);
    }

    private Page<D> page(Bson wanted, Cursor from, int limit) {
        List<D> found = newest(wanted, from.before(), limit + 1);
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(
                        found.subList(0, limit), new Cursor(found.get(limit - 1).born()).text());
    }

    /**
     * What meets this and more that no index knows, newest first. All that meets {@code candidates} may have to be looked
     * at; the answer is whole however many that are.
     */
    public Page<D> page(CriteriaDefinition candidates, Predicate<D> wanted, Cursor from, int limit) {
        List<D> found = new ArrayList<>();
        long before = from.before();
        List<D> chunk;
        do {
            chunk = newest(bson(candidates), before, CHUNK);
            for (D document : chunk) {
                if (wanted.test(document) && found.size() == limit) {
                    return new Page<>(found, new Cursor(found.getLast().born()).text());
                }
                before = document.born();
                if (wanted.test(document)) {
                    found.add(document);
                }
            }
        } while (chunk.size() == CHUNK);
        return new Page<>(found, null);
    }

    private List<D> newest(Bson wanted, long before, int limit) {
        Bson older = Filters.lt(DocumentForm.BORN, before);
        return documents
                .find(wanted.equals(Filters.empty()) ? older : Filters.and(wanted, older))
                .sort(Sorts.descending(DocumentForm.BORN))
                .limit(limit)
                .map(form::read)
                .into(new ArrayList<>());
    }

    /** All that meet this; for those of which there are few. */
    public List<D> where(CriteriaDefinition wanted) {
        return documents.find(bson(wanted)).map(form::read).into(new ArrayList<>());
    }

    /** One for each value that this field, which begins an index, has anywhere; it asks once for each value. */
    public List<D> oneOfEach(String field) {
        List<D> found = new ArrayList<>();
        String last = "";
        Document next;
        do {
            next = documents
                    .find(Filters.gt(field, last))
                    .sort(Sorts.ascending(field))
                    .first();
            if (next != null) {
                found.add(form.read(next));
                last = next.getString(field);
            }
        } while (next != null);
        return found;
    }

    /** Whether anything meets this. */
    public boolean any(CriteriaDefinition wanted) {
        return documents
                        .find(bson(wanted))
                        .projection(Projections.include(DocumentForm.ID))
                        .first()
                != null;
    }

    /** Hands over the ids of everything that meets this, a bounded number at a time. */
    public void idsWhere(CriteriaDefinition wanted, Consumer<List<String>> chunks) {
        List<String> ids = documents
                .find(bson(wanted))
                .projection(Projections.include(DocumentForm.ID))
                .map(one -> one.getString(DocumentForm.ID))
                .into(new ArrayList<>());
        for (int from = 0; from < ids.size(); from += CHUNK) {
            chunks.accept(ids.subList(from, Math.min(from + CHUNK, ids.size())));
        }
    }

    private static Bson bson(CriteriaDefinition wanted) {
        return wanted.getCriteriaObject();
    }

    /** Every document by id in one canonical form: what a rebuild must arrive at again. */
    public Map<String, String> dump() {
        Map<String, String> all = new TreeMap<>();
        documents.find().forEach(one -> all.put(kind + " " + one.get(DocumentForm.ID), DocumentForm.canonical(one)));
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
