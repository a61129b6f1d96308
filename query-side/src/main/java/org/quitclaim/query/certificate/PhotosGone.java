package org.quitclaim.query.certificate;

import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.quitclaim.domain.erasure.ErasureEvent.PhotosLeaving;
import org.quitclaim.domain.erasure.PhotoLeaving;
import org.quitclaim.domain.id.ErasureCaseId;

/** Whose keys were to go with a case, by the case's own history. */
@FunctionalInterface
interface PhotosGone {
    Set<PhotoLeaving> with(ErasureCaseId erasureCase);

    static PhotosGone recorded(EventStore store) {
        return erasureCase -> PhotosLeaving.in(
                store.readEvents(erasureCase.value()).asStream().map(message -> message.getPayload()));
    }
}
