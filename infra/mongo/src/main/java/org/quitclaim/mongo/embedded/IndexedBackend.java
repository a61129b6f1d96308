package org.quitclaim.mongo.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

final class IndexedBackend extends H2Backend {
    private final FullScans scans;

    IndexedBackend(MVStore store, FullScans scans) {
        // before super: its constructor opens the databases that are in the file
        this.scans = scans;
        super(store);
    }

    /**
     * Writes what is not yet written first: MVStore 2.4.240 never comes back if the first write that finds no room is one
     * of its own orderly close.
     *
     * @throws MVStoreException if not all of it could be written, now or in the background before
     */
    @Override
    public void close() {
        MVStore store = getMvStore();
        MVStoreException failed = store.getPanicException();
        try {
            store.commit();
        } finally {
            store.closeImmediately();
        }
        if (failed != null) {
            throw failed;
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new IndexedDatabase(name, getMvStore(), getCursorRegistry(), scans);
    }
}
