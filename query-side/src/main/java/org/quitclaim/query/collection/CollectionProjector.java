package org.quitclaim.query.collection;

import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import org.quitclaim.domain.collection.CollectionDecisions;
import org.quitclaim.domain.collection.CollectionEvent;
import org.quitclaim.domain.collection.CollectionState;
import org.quitclaim.query.projection.DocumentCollection;
import org.quitclaim.query.projection.Recorded;
import org.quitclaim.query.projection.StreamView;

final class CollectionProjector implements StreamView<CollectionDocument> {
    static final String KIND = "collections";

    private final DocumentCollection<CollectionDocument> documents;

    CollectionProjector(MongoDatabase database) {
        this.documents = new DocumentCollection<>(database, CollectionDocument.class);
    }

    @Override
    public Class<CollectionEvent> family() {
        return CollectionEvent.class;
    }

    @Override
    public DocumentCollection<CollectionDocument> documents() {
        return documents;
    }

    @Override
    public Optional<CollectionDocument> fold(Optional<CollectionDocument> before, Recorded event) {
        CollectionEvent happened = (CollectionEvent) event.event();
        if (before.isEmpty()) {
            return happened instanceof CollectionEvent.CollectionOpened opened
                    ? evolved(CollectionState.NONE, happened)
                            .map(open -> new CollectionDocument(
                                    open, opened.name(), opened.at(), event.position(), event.sequence()))
                    : Optional.empty();
        }
        CollectionDocument was = before.get();
        return evolved(was.collection(), happened)
                .map(open -> new CollectionDocument(open, was.name(), was.openedAt(), was.born(), event.sequence()));
    }

    private static Optional<CollectionState.Open> evolved(CollectionState state, CollectionEvent event) {
        return switch (CollectionDecisions.evolve(state, event)) {
            case CollectionState.Unopened unopened -> Optional.empty();
            case CollectionState.Open open -> Optional.of(open);
        };
    }
}
