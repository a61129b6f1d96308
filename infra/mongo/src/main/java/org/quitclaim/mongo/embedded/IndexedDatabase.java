package org.quitclaim.mongo.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** Gives every collection real indexes; the server's own ones answer only a filter with exactly their fields. */
final class IndexedDatabase extends H2Database {
    private final MVStore store;
    private final FullScans scans;

    IndexedDatabase(String name, MVStore store, CursorRegistry cursors, FullScans scans) {
        // before super: its constructor opens the collections and indexes that are in the file
        this.store = store;
        this.scans = scans;
        super(name, store, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
        String name = getFullCollectionNamespace(collection);
        return new IndexedCollection(
                this,
                collection,
                options,
                store.openMap(
                        "databases." + name, new MVMap.Builder<Object, Document>().valueType(StoredDocument.TYPE)),
                store.openMap("meta." + name),
                cursorRegistry,
                scans);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return sorted(collection, name, keys, sparse, true);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return sorted(collection, name, keys, sparse, false);
    }

    private Index<Object> sorted(String collection, String name, List<IndexKey> keys, boolean sparse, boolean unique) {
        String map = getFullCollectionNamespace(collection) + "._index_" + name;
        return new SortedIndex(store.openMap(map), name, keys, sparse, unique);
    }
}
