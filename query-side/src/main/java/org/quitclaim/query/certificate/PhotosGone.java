package org.quitclaim.query.certificate;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.quitclaim.domain.erasure.ErasureCaseId;
import org.quitclaim.domain.erasure.ErasureEvent.PhotosLeaving;
import org.quitclaim.domain.photo.PhotoId;

/** Whose keys were to go with a case, by the case's own history. */
@FunctionalInterface
interface PhotosGone {
    List<PhotoId> with(ErasureCaseId erasureCase);

    static PhotosGone recorded(EventStore store) {
        return erasureCase -> store.readEvents(erasureCase.value())
                .asStream()
                .map(message -> message.getPayload())
                .filter(PhotosLeaving.class::isInstance)
                .flatMap(event -> ((PhotosLeaving) event).photos().stream())
                .distinct()
                .toList();
    }
}
