package org.quitclaim.query.photo;

import org.quitclaim.domain.collection.CollectionState;
import org.quitclaim.query.projection.ReadDocument;

/** A collection as far as the photo statuses have taken its events into account. */
record StatusCollection(CollectionState.Open collection, long born, long lastSeq) implements ReadDocument {
    @Override
    public String documentId() {
        return collection.id().value();
    }
}
