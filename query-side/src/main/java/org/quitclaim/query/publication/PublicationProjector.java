package org.quitclaim.query.publication;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.quitclaim.domain.publication.PublicationDecisions;
import org.quitclaim.domain.publication.PublicationEvent;
import org.quitclaim.domain.publication.PublicationState;
import org.quitclaim.query.projection.DocumentCollection;
import org.quitclaim.query.projection.Recorded;
import org.quitclaim.query.projection.StreamView;
import org.quitclaim.query.publication.PublicationDocument.Decided;
import org.quitclaim.query.publication.PublicationDocument.Takedown;

final class PublicationProjector implements StreamView<PublicationDocument> {
    private final DocumentCollection<PublicationDocument> documents;

    PublicationProjector(MongoDatabase database) {
        this.documents = new DocumentCollection<>(database, PublicationDocument.class);
    }

    @Override
    public Class<PublicationEvent> family() {
        return PublicationEvent.class;
    }

    @Override
    public DocumentCollection<PublicationDocument> documents() {
        return documents;
    }

    @Override
    public Optional<PublicationDocument> fold(Optional<PublicationDocument> before, Recorded event) {
        PublicationEvent happened = (PublicationEvent) event.event();
        return before.map(was -> next(was, happened, event.sequence())).or(() -> requested(happened, event));
    }

    private static Optional<PublicationDocument> requested(PublicationEvent happened, Recorded event) {
        return happened instanceof PublicationEvent.PublicationRequested e
                ? Optional.of(new PublicationDocument(
                        e.publication(),
                        e.use(),
                        e.basis(),
                        e.destination(),
                        PublicationDecisions.evolve(PublicationState.NONE, e),
                        e.at(),
                        List.of(),
                        List.of(),
                        List.of(),
                        event.position(),
                        event.sequence()))
                : Optional.empty();
    }

    private static PublicationDocument next(PublicationDocument was, PublicationEvent event, long sequence) {
        List<Takedown> takedowns = takedowns(was.takedowns(), event);
        List<Instant> published =
                event instanceof PublicationEvent.PublicationConfirmed e ? List.of(e.at()) : was.published();
        return new PublicationDocument(
                was.id(),
                was.use(),
                was.basis(),
                was.destination(),
                PublicationDecisions.evolve(was.state(), event),
                was.requestedAt(),
                decided(was.decided(), event),
                published,
                takedowns,
                was.born(),
                sequence);
    }

    private static List<Decided> decided(List<Decided> was, PublicationEvent event) {
        return switch (event) {
            case PublicationEvent.PublicationCleared e ->
                List.of(new Decided(e.at(), List.of(), e.authorisations(), e.photoVersion(), e.ruleVersion()));
            case PublicationEvent.PublicationReaffirmed e ->
                List.of(new Decided(e.at(), List.of(), e.authorisations(), e.photoVersion(), e.ruleVersion()));
            case PublicationEvent.PublicationBlocked e -> List.of(new Decided(e.at(), e.reasons(), List.of(), 0, 0));
            case PublicationEvent.PublicationRequested e -> was;
            case PublicationEvent.PublicationConfirmed e -> was;
            case PublicationEvent.TakedownOrdered e -> was;
            case PublicationEvent.TakedownAcknowledged e -> was;
            case PublicationEvent.TakedownEscalated e -> was;
        };
    }

    private static List<Takedown> takedowns(List<Takedown> was, PublicationEvent event) {
        return switch (event) {
            case PublicationEvent.TakedownOrdered e -> {
                List<Takedown> more = new ArrayList<>(was);
                more.add(new Takedown(e.cause(), e.reasons(), e.at(), 0, List.of()));
                yield more;
            }
            case PublicationEvent.TakedownAcknowledged e -> last(was, takedown -> takedown.acknowledged(e.at()));
            case PublicationEvent.TakedownEscalated e -> last(was, takedown -> takedown.escalatedTo(e.level()));
            case PublicationEvent.PublicationRequested e -> was;
            case PublicationEvent.PublicationCleared e -> was;
            case PublicationEvent.PublicationBlocked e -> was;
            case PublicationEvent.PublicationReaffirmed e -> was;
            case PublicationEvent.PublicationConfirmed e -> was;
        };
    }

    private static List<Takedown> last(List<Takedown> was, UnaryOperator<Takedown> change) {
        if (was.isEmpty()) {
            return was;
        }
        List<Takedown> changed = new ArrayList<>(was);
        changed.set(was.size() - 1, change.apply(was.getLast()));
        return changed;
    }
}
