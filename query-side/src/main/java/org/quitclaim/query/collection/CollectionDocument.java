package org.quitclaim.query.collection;

import java.time.Instant;
import org.quitclaim.domain.collection.CollectionState;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.query.projection.ReadDocument;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A collection as the domain knows it.
 *
 * @param name the sealed record of its name
 */
@Document("collections")
@CompoundIndex(def = "{'collection.photographers': 1, 'born': 1}")
@CompoundIndex(def = "{'collection.participants': 1, 'born': 1}")
record CollectionDocument(CollectionState.Open collection, RecordId name, Instant openedAt, long born, long lastSeq)
        implements ReadDocument {
    static final String PHOTOGRAPHERS = "collection.photographers";
    static final String PARTICIPANTS = "collection.participants";

    @Override
    public String documentId() {
        return collection.id().value();
    }
}
