package org.quitclaim.query.consent;

import java.time.Instant;
import org.quitclaim.domain.consent.ConsentState;
import org.quitclaim.query.projection.ReadDocument;
import org.springframework.data.mongodb.core.mapping.Document;

/** A person's consents as the domain knows them. */
@Document("persons")
record PersonDocument(ConsentState.Known person, Instant registeredAt, long born, long lastSeq)
        implements ReadDocument {
    @Override
    public String documentId() {
        return person.id().value();
    }
}
