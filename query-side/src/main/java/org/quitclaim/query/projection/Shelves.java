package org.quitclaim.query.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/**
 * Which shelves of a listing hold documents, so that a listing is read newest first by equality alone, however many
 * documents there are: a shelf holds what was created within {@value #WIDTH} positions, and so at most as many.
 *
 * <p><b>Thread-safety:</b> {@link #note} is called by the one writer, {@link #newestFirst} by anybody.
 */
final class Shelves {
    static final long WIDTH = 1_000;
    private static final int REMEMBERED = 20_000;

    private final MongoCollection<Document> registry;
    private final Set<String> known = new HashSet<>();

    Shelves(MongoDatabase database, String kind) {
        this.registry = database.getCollection(kind + "-shelves");
        registry.createIndex(Indexes.ascending("scope"));
    }

    static long number(long born) {
        return born / WIDTH;
    }

    static String key(String scope, long number) {
        return scope + "/" + number;
    }

    void note(Collection<? extends ReadDocument> documents) {
        List<WriteModel<Document>> fresh = new ArrayList<>();
        for (ReadDocument document : documents) {
            long number = number(document.born());
            for (String scope : document.scopes()) {
                if (known.add(key(scope, number))) {
                    fresh.add(entry(scope, number));
                }
            }
        }
        if (!fresh.isEmpty()) {
            registry.bulkWrite(fresh, new BulkWriteOptions().ordered(false));
        }
        if (known.size() > REMEMBERED) {
            known.clear();
        }
    }

    private static WriteModel<Document> entry(String scope, long number) {
        return new UpdateOneModel<>(
                Filters.eq(key(scope, number)),
                Updates.combine(Updates.set("scope", scope), Updates.set("number", number)),
                new UpdateOptions().upsert(true));
    }

    /** The shelves of a listing that are not newer than {@code newest}. */
    List<Long> newestFirst(String scope, long newest) {
        List<Long> numbers = new ArrayList<>();
        for (Document entry : registry.find(Filters.eq("scope", scope))) {
            numbers.add(entry.getLong("number"));
        }
        return numbers.stream()
                .filter(number -> number <= newest)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    void forget() {
        known.clear();
    }

    void clear() {
        registry.deleteMany(new Document());
        known.clear();
    }
}
