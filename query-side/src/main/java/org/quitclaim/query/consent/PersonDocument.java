package org.quitclaim.query.consent;

import java.time.Instant;
import java.util.List;
import org.quitclaim.domain.consent.ConsentState;
import org.quitclaim.domain.consent.QuitclaimId;
import org.quitclaim.query.projection.ReadDocument;

/**
 * A person's consents as the domain knows them.
 *
 * @param refusals what was answered with no, which the state does not keep
 */
record PersonDocument(ConsentState.Known person, List<Refusal> refusals, Instant registeredAt, long born, long lastSeq)
        implements ReadDocument {
    /** One question that was answered with no. */
    record Refusal(QuitclaimId quitclaim, int ask) {}

    PersonDocument {
        refusals = List.copyOf(refusals);
    }

    @Override
    public String documentId() {
        return person.id().value();
    }
}
