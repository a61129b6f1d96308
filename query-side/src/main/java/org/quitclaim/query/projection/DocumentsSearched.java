package org.quitclaim.query.projection;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.ByteBuf;
import org.bson.RawBsonDocument;
import org.quitclaim.vault.Fingerprint;
import org.quitclaim.vault.remnant.DestroyedKey;
import org.quitclaim.vault.remnant.FingerprintScan;
import org.quitclaim.vault.remnant.Leftover;
import org.quitclaim.vault.remnant.Leftovers;
import org.quitclaim.vault.remnant.SearchedStore;

/** Every document of every collection as the database's own driver gives it: what pages and compression may hide. */
final class DocumentsSearched implements SearchedStore {
    private static final int AT_ONCE = 2_000;

    private final MongoDatabase database;
    private long scanned;

    DocumentsSearched(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public boolean byFingerprint() {
        return true;
    }

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public long scannedBytes() {
        return scanned;
    }

    @Override
    public List<Leftover> find(List<DestroyedKey> erased) {
        FingerprintScan scan = new FingerprintScan(
                erased.stream().flatMap(one -> one.fingerprints().stream()).toList());
        List<Leftover> left = new ArrayList<>();
        for (String collection : database.listCollectionNames()) {
            try (MongoCursor<RawBsonDocument> documents = database.getCollection(collection, RawBsonDocument.class)
                    .find()
                    .batchSize(AT_ONCE)
                    .cursor()) {
                while (documents.hasNext()) {
                    ByteBuf form = documents.next().getByteBuffer();
                    byte[] bytes = new byte[form.remaining()];
                    form.get(bytes);
                    Set<Fingerprint> found = scan.in(bytes);
                    left.addAll(Leftovers.of(erased, found, name(), collection));
                }
            }
        }
        scanned = scan.scanned();
        return left.stream().distinct().toList();
    }
}
