package org.quitclaim.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Writes projected documents in bulk so that seeing an event twice changes nothing.
 *
 * <p><b>Guarantees:</b> an update is applied only to a document whose {@code lastSeq} is lower, and raises it; one that
 * came too late is passed over. Several updates of one document in one call are not ordered: the projector folds them
 * into one.
 *
 * <p><b>Errors:</b> {@link MongoBulkWriteException} for everything but the duplicate key with which MongoDB answers an
 * upsert whose guard did not hold.
 */
public final class GuardedBulkWriter {
    /** The field that guards a document. */
    public static final String LAST_SEQUENCE = "lastSeq";

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> collection;

    public GuardedBulkWriter(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /**
     * One document's change.
     *
     * @param sequence of the last event folded into it: the stream's sequence number, or the global position
     * @param change update operators; {@code $inc} is not idempotent and has no place here
     */
    public record GuardedUpdate(String id, long sequence, Bson change) {}

    public void write(List<GuardedUpdate> updates) {
        if (updates.isEmpty()) {
            return;
        }
        try {
            collection.bulkWrite(updates.stream().map(GuardedBulkWriter::model).toList(), UNORDERED);
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || !e.getWriteErrors().stream()
                            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
        }
    }

    private static WriteModel<Document> model(GuardedUpdate update) {
        return new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", update.id), Filters.lt(LAST_SEQUENCE, update.sequence)),
                Updates.combine(update.change, Updates.set(LAST_SEQUENCE, update.sequence)),
                UPSERT);
    }
}
