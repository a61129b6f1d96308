package org.quitclaim.command.dispatch;

import java.util.Iterator;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.OpaqueId;
import org.quitclaim.domain.collection.CollectionId;
import org.quitclaim.domain.collection.CollectionState;
import org.quitclaim.domain.consent.ConsentState;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.erasure.ErasureCaseId;
import org.quitclaim.domain.erasure.ErasureState;
import org.quitclaim.domain.governance.GovernanceState;
import org.quitclaim.domain.governance.InstallationId;
import org.quitclaim.domain.notice.NoticeId;
import org.quitclaim.domain.notice.NoticeState;
import org.quitclaim.domain.photo.PhotoId;
import org.quitclaim.domain.photo.PhotoState;
import org.quitclaim.domain.publication.PublicationId;
import org.quitclaim.domain.publication.PublicationState;

/**
 * Reads what is true now by folding a stream; never a read model.
 *
 * <p><b>Guarantees:</b> sees every command that was answered before the call.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class Streams {
    private final EventStore store;

    Streams(EventStore store) {
        this.store = store;
    }

    public NoticeState notice(NoticeId id) {
        return fold(CommandFamily.NOTICE, id);
    }

    public ConsentState consent(PersonId id) {
        return fold(CommandFamily.CONSENT, id);
    }

    public CollectionState collection(CollectionId id) {
        return fold(CommandFamily.COLLECTION, id);
    }

    public PhotoState photo(PhotoId id) {
        return fold(CommandFamily.PHOTO, id);
    }

    public PublicationState publication(PublicationId id) {
        return fold(CommandFamily.PUBLICATION, id);
    }

    public ErasureState erasure(ErasureCaseId id) {
        return fold(CommandFamily.ERASURE, id);
    }

    public GovernanceState governance(InstallationId id) {
        return fold(CommandFamily.GOVERNANCE, id);
    }

    /** The events of a stream from its beginning, without snapshots. */
    public Stream<DomainEvent> events(OpaqueId id) {
        return store.readEvents(id.value(), 0).asStream().map(message -> (DomainEvent) message.getPayload());
    }

    <S> S fold(CommandFamily<S, ?, ?> family, OpaqueId id) {
        S state = family.none();
        Iterator<? extends DomainEventMessage<?>> events =
                store.readEvents(id.value()).asStream().iterator();
        while (events.hasNext()) {
            state = next(family, state, events.next().getPayload());
        }
        return state;
    }

    @SuppressWarnings("unchecked")
    private static <S> S next(CommandFamily<S, ?, ?> family, S state, Object payload) {
        return switch (payload) {
            case DomainEvent event -> family.fold(state, event);
            case ConsentRecordAggregate snapshot -> (S) snapshot.state();
            case PhotoAggregate snapshot -> (S) snapshot.state();
            default -> throw new IllegalStateException("a stream holds events and snapshots, nothing else");
        };
    }
}
