package org.quitclaim.mongo.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import org.h2.mvstore.MVStore;

final class IndexedBackend extends H2Backend {
    private final FullScans scans;

    IndexedBackend(MVStore store, FullScans scans) {
        // before super: its constructor opens the databases that are in the file
        this.scans = scans;
        super(store);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new IndexedDatabase(name, getMvStore(), getCursorRegistry(), scans);
    }
}
