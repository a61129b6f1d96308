package org.quitclaim.mongo.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A collection that reads through its indexes, and tells when it could not. */
final class IndexedCollection extends H2Collection {
    private final Map<String, SortedIndex> sorted = new LinkedHashMap<>();
    private final FullScans scans;

    IndexedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors,
            FullScans scans) {
        super(database, name, options, documents, meta, cursors);
        this.scans = scans;
    }

    @Override
    public void addIndex(Index<Object> index) {
        super.addIndex(index);
        if (index instanceof SortedIndex added && !added.leavesOut()) {
            sorted.putIfAbsent(added.getName(), added);
        }
    }

    @Override
    public void dropIndex(String name) {
        super.dropIndex(name);
        sorted.remove(name);
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batch, @Nullable Document fields) {
        Conditions conditions = Conditions.of(query);
        QueryPlan plan = QueryPlan.best(sorted.values(), conditions, orderBy);
        if (plan == null || !plan.finds(conditions)) {
            scans.scanned(getFullName(), count(), List.copyOf(conditions.fields()));
        }
        if (plan == null) {
            scans.lookedAt(count());
            return super.queryDocuments(query, orderBy, skip, limit, batch, fields);
        }
        Document stillToSort = plan.sorted() ? null : orderBy;
        return matchDocuments(query, counted(plan.positions()), stillToSort, skip, limit, batch, fields);
    }

    private Iterable<Object> counted(Iterable<Object> positions) {
        return () -> StreamSupport.stream(positions.spliterator(), false)
                .peek(position -> scans.lookedAt(1))
                .iterator();
    }
}
