package org.quitclaim.query.photo;

import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.collection.CollectionDecisions;
import org.quitclaim.domain.collection.CollectionEvent;
import org.quitclaim.domain.collection.CollectionState;
import org.quitclaim.domain.consent.ConsentDecisions;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ConsentState;
import org.quitclaim.domain.photo.PhotoDecisions;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.domain.photo.PhotoState;
import org.quitclaim.query.projection.Recorded;

/** One event into each of the documents that the status rests on, with the domain's own functions. */
final class Folds {
    private Folds() {}

    static Optional<StatusPerson> person(Optional<StatusPerson> before, Recorded event) {
        ConsentState state = before.<ConsentState>map(StatusPerson::person).orElse(ConsentState.NONE);
        return switch (ConsentDecisions.evolve(state, (ConsentEvent) event.event())) {
            case ConsentState.Unknown unknown -> Optional.empty();
            case ConsentState.Known known ->
                Optional.of(new StatusPerson(
                        known, before.map(StatusPerson::born).orElse(event.position()), event.sequence()));
        };
    }

    static Optional<StatusCollection> collection(Optional<StatusCollection> before, Recorded event) {
        CollectionState state =
                before.<CollectionState>map(StatusCollection::collection).orElse(CollectionState.NONE);
        return switch (CollectionDecisions.evolve(state, (CollectionEvent) event.event())) {
            case CollectionState.Unopened unopened -> Optional.empty();
            case CollectionState.Open open ->
                Optional.of(new StatusCollection(
                        open, before.map(StatusCollection::born).orElse(event.position()), event.sequence()));
        };
    }

    static Optional<PhotoDocument> photo(Optional<PhotoDocument> before, Recorded event) {
        PhotoEvent happened = (PhotoEvent) event.event();
        PhotoState state = before.<PhotoState>map(PhotoDocument::photo).orElse(PhotoState.NONE);
        return switch (PhotoDecisions.evolve(state, happened)) {
            case PhotoState.Unregistered unregistered -> Optional.empty();
            case PhotoState.Registered next -> {
                PhotoState.Registered photo = next.removed() ? Forgotten.of(next) : next;
                yield before.map(was -> new PhotoDocument(
                                photo,
                                was.registered(),
                                was.statuses(),
                                happened.at(),
                                was.born(),
                                event.sequence(),
                                event.position()))
                        .or(() -> Optional.of(new PhotoDocument(
                                photo,
                                (PhotoEvent.PhotoRegistered) happened,
                                List.of(),
                                happened.at(),
                                event.position(),
                                event.sequence(),
                                event.position())));
            }
        };
    }
}
