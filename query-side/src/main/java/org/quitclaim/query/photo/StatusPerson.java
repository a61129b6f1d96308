package org.quitclaim.query.photo;

import org.quitclaim.domain.consent.ConsentState;
import org.quitclaim.query.projection.ReadDocument;
import org.springframework.data.mongodb.core.mapping.Document;

/** A person as far as the photo statuses have taken their events into account. */
@Document("status-persons")
record StatusPerson(ConsentState.Known person, long born, long lastSeq) implements ReadDocument {
    @Override
    public String documentId() {
        return person.id().value();
    }
}
