package org.quitclaim.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.quitclaim.eventstore.RefusedStart;

/**
 * Whose read models a database holds: written into it when it is first used, compared at every start.
 *
 * <p><b>Errors:</b> {@link RefusedStart} with {@code start.other-read-models}: another installation's people would be shown
 * as this one's.
 */
public final class DatabaseOwner {
    static final String COLLECTION = "installation";
    private static final String ID = "owner";
    private static final String OWNER = "installation";

    private final MongoDatabase database;

    public DatabaseOwner(MongoDatabase database) {
        this.database = database;
    }

    /** Makes an empty database this installation's, and refuses everybody else's. */
    public void require(String installation) {
        MongoCollection<Document> owners = database.getCollection(COLLECTION);
        @Nullable String owner = owner(owners);
        if (owner == null && isEmpty()) {
            owner = claim(owners, installation);
        }
        if (!installation.equals(owner)) {
            throw new RefusedStart(
                    "start.other-read-models",
                    "The database of the read models, " + database.getName()
                            + ", belongs to another installation, or nobody knows to which. Name another one in"
                            + " quitclaim.mongo.uri (mongodb://host/name); or, if nobody needs it any more, drop it"
                            + " (embedded: delete read-models.mv in the data folder), and what the screens show is made"
                            + " anew from the history. Nothing was changed.");
        }
    }

    private static String claim(MongoCollection<Document> owners, String installation) {
        try {
            owners.insertOne(new Document("_id", ID).append(OWNER, installation));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
        // of two that begin at the same moment one is the owner
        return String.valueOf(owner(owners));
    }

    private static @Nullable String owner(MongoCollection<Document> owners) {
        Document found = owners.find(new Document("_id", ID)).first();
        return found == null ? null : found.getString(OWNER);
    }

    private boolean isEmpty() {
        for (String name : database.listCollectionNames()) {
            if (!name.startsWith("system.")
                    && database.getCollection(name).find().first() != null) {
                return false;
            }
        }
        return true;
    }
}
