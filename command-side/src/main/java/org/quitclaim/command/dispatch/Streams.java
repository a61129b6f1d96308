package org.quitclaim.command.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Iterator;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.OpaqueId;
import org.quitclaim.domain.access.AccountState;
import org.quitclaim.domain.access.TokenState;
import org.quitclaim.domain.breach.BreachState;
import org.quitclaim.domain.collection.CollectionState;
import org.quitclaim.domain.consent.ConsentState;
import org.quitclaim.domain.erasure.ErasureState;
import org.quitclaim.domain.governance.GovernanceState;
import org.quitclaim.domain.id.BreachId;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.id.NoticeId;
import org.quitclaim.domain.id.OrganisationId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.id.VocabularyId;
import org.quitclaim.domain.link.LinksState;
import org.quitclaim.domain.notice.NoticeState;
import org.quitclaim.domain.organisation.OrganisationState;
import org.quitclaim.domain.photo.PhotoState;
import org.quitclaim.domain.publication.PublicationState;
import org.quitclaim.domain.rights.RightsState;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.TokenId;
import org.quitclaim.domain.vocabulary.VocabularyState;
import org.quitclaim.eventstore.Attribution;

/**
 * Reads what is true now by folding a stream; never a read model.
 *
 * <p><b>Guarantees:</b> sees every command that was answered before the call. A stream that was folded lately is read on
 * from where that stopped, so the answer takes no longer because much happened before; the store is asked every time.
 * Never called from within a unit of work, whose events may yet be rolled back.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class Streams {
    /** A photo with five faces weighs some kilobytes. */
    private static final int REMEMBERED = 4_096;

    private final EventStore store;
    private final Cache<OpaqueId, Folded<?>> lately =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

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

    public RightsState rights(RightsRequestId id) {
        return fold(CommandFamily.RIGHTS, id);
    }

    public BreachState breach(BreachId id) {
        return fold(CommandFamily.BREACH, id);
    }

    public AccountState account(AccountId id) {
        return fold(CommandFamily.ACCOUNT, id);
    }

    public TokenState token(TokenId id) {
        return fold(CommandFamily.TOKEN, id);
    }

    public LinksState links(QuitclaimId id) {
        return fold(CommandFamily.LINKS, id);
    }

    public GovernanceState governance(InstallationId id) {
        return fold(CommandFamily.GOVERNANCE, id);
    }

    public OrganisationState organisation(OrganisationId id) {
        return fold(CommandFamily.ORGANISATION, id);
    }

    public VocabularyState vocabulary(VocabularyId id) {
        return fold(CommandFamily.VOCABULARY, id);
    }

    /** The events of a stream from its beginning, without snapshots. */
    public Stream<DomainEvent> events(OpaqueId id) {
        return store.readEvents(id.value(), 0).asStream().map(message -> (DomainEvent) message.getPayload());
    }

    /** The same, with who made each happen. */
    public Stream<Attributed> attributed(OpaqueId id) {
        return store.readEvents(id.value(), 0)
                .asStream()
                .map(message -> new Attributed(
                        message.getIdentifier(),
                        (DomainEvent) message.getPayload(),
                        Attribution.in(message.getMetaData()).orElseThrow()));
    }

    /** @param id of the event */
    public record Attributed(String id, DomainEvent event, Attribution by) {
        public String actor() {
            return by.actor();
        }

        /** For what is done later on the same word, because of that event. */
        public Origin origin() {
            return new Origin(by.actor(), by.role(), by.reason(), by.caseRef(), by.correlation(), id);
        }
    }

    <S> S fold(CommandFamily<S, ?, ?> family, OpaqueId id) {
        Folded<S> before = known(family, id);
        Folded<S> now = before;
        Iterator<? extends DomainEventMessage<?>> events = (before.events() == 0
                        ? store.readEvents(id.value())
                        : store.readEvents(id.value(), before.events()))
                .asStream()
                .iterator();
        while (events.hasNext()) {
            DomainEventMessage<?> event = events.next();
            now = new Folded<>(next(family, now.state(), event.getPayload()), event.getSequenceNumber() + 1);
        }
        if (now.events() > before.events() && !CurrentUnitOfWork.isStarted()) {
            lately.put(id, now);
        }
        return now.state();
    }

    @SuppressWarnings("unchecked")
    private <S> Folded<S> known(CommandFamily<S, ?, ?> family, OpaqueId id) {
        Folded<?> known = lately.getIfPresent(id);
        return known == null ? new Folded<>(family.none(), 0) : (Folded<S>) known;
    }

    /** How many streams it could read on from where it stopped. */
    long remembered() {
        lately.cleanUp();
        return lately.estimatedSize();
    }

    /** A state and how many events of its stream made it. */
    private record Folded<S>(S state, long events) {}

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
