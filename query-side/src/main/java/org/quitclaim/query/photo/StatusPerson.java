package org.quitclaim.query.photo;

import org.quitclaim.domain.consent.ConsentState;
import org.quitclaim.query.projection.ReadDocument;

/** A person as far as the photo statuses have taken their events into account. */
record StatusPerson(ConsentState.Known person, long born, long lastSeq) implements ReadDocument {
    @Override
    public String documentId() {
        return person.id().value();
    }
}
