package org.quitclaim.query.collection;

import java.time.Instant;
import java.util.Map;
import org.quitclaim.domain.collection.CollectionState;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.query.projection.ReadDocument;

/**
 * A collection as the domain knows it.
 *
 * @param name the sealed record of its name
 */
record CollectionDocument(CollectionState.Open collection, RecordId name, Instant openedAt, long born, long lastSeq)
        implements ReadDocument {
    static final String PHOTOGRAPHER = "photographer";
    static final String PARTICIPANT = "participant";

    @Override
    public String documentId() {
        return collection.id().value();
    }

    @Override
    public Map<String, Object> derived() {
        return Map.of(
                PHOTOGRAPHER,
                collection.photographers().stream().map(AccountId::value).toList(),
                PARTICIPANT,
                collection.participants().stream().map(PersonId::value).toList());
    }
}
