package org.quitclaim.query.photo;

import org.quitclaim.domain.collection.CollectionState;
import org.quitclaim.query.projection.ReadDocument;
import org.springframework.data.mongodb.core.mapping.Document;

/** A collection as far as the photo statuses have taken its events into account. */
@Document("status-collections")
record StatusCollection(CollectionState.Open collection, long born, long lastSeq) implements ReadDocument {
    @Override
    public String documentId() {
        return collection.id().value();
    }
}
