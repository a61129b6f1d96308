package org.quitclaim.query.collection;

import java.time.Instant;
import org.quitclaim.domain.collection.CollectionState;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.query.projection.ReadDocument;

/**
 * A collection as the domain knows it.
 *
 * @param name the sealed record of its name
 */
record CollectionDocument(CollectionState.Open collection, RecordId name, Instant openedAt, long born, long lastSeq)
        implements ReadDocument {
    @Override
    public String documentId() {
        return collection.id().value();
    }
}
