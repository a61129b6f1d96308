package org.quitclaim.query.consent;

import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import org.quitclaim.domain.consent.ConsentDecisions;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ConsentState;
import org.quitclaim.query.projection.DocumentCollection;
import org.quitclaim.query.projection.Recorded;
import org.quitclaim.query.projection.StreamView;

final class PersonProjector implements StreamView<PersonDocument> {
    static final String KIND = "persons";

    private final DocumentCollection<PersonDocument> documents;

    PersonProjector(MongoDatabase database) {
        this.documents = new DocumentCollection<>(database, PersonDocument.class);
    }

    @Override
    public Class<ConsentEvent> family() {
        return ConsentEvent.class;
    }

    /** There are some of these per use, and a person may be seen on many photos. */
    @Override
    public boolean shows(Class<?> event) {
        return family().isAssignableFrom(event)
                && event != ConsentEvent.MatchAccepted.class
                && event != ConsentEvent.UseAuthorised.class
                && event != ConsentEvent.UseReleased.class;
    }

    @Override
    public DocumentCollection<PersonDocument> documents() {
        return documents;
    }

    @Override
    public Optional<PersonDocument> fold(Optional<PersonDocument> before, Recorded event) {
        ConsentState state = before.<ConsentState>map(PersonDocument::person).orElse(ConsentState.NONE);
        return switch (ConsentDecisions.evolve(state, (ConsentEvent) event.event())) {
            case ConsentState.Unknown unknown -> Optional.empty();
            case ConsentState.Known known ->
                Optional.of(new PersonDocument(
                        known,
                        before.map(PersonDocument::registeredAt)
                                .orElse(event.event().at()),
                        before.map(PersonDocument::born).orElse(event.position()),
                        event.sequence()));
        };
    }
}
