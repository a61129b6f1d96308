package org.quitclaim.domain.collection;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.recognition.RecognitionPolicy;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.RecordId;

/** What happened to one collection. */
public sealed interface CollectionEvent extends DomainEvent {
    CollectionId collection();

    @Override
    default CollectionId stream() {
        return collection();
    }

    @Stored("collection.opened")
    record CollectionOpened(
            CollectionId collection,
            RecordId name,
            ZoneId zone,
            UseContext context,
            Set<AccountId> photographers,
            Instant at)
            implements CollectionEvent {}

    @Stored("collection.recognition-policy-set")
    record RecognitionPolicySet(CollectionId collection, RecognitionPolicy policy, Instant at)
            implements CollectionEvent {}

    /** {@code version} counts changes of the list; a permit names the version it was issued for. */
    @Stored("collection.participant-added")
    record ParticipantAdded(CollectionId collection, PersonId person, int version, Instant at)
            implements CollectionEvent {}

    @Stored("collection.participant-removed")
    record ParticipantRemoved(CollectionId collection, PersonId person, int version, Instant at)
            implements CollectionEvent {}

    /** From now on this account sees the collection and works in it. */
    @Stored("collection.photographer-added")
    record PhotographerAdded(CollectionId collection, AccountId account, Instant at) implements CollectionEvent {}

    /** What files that are released from it say of their maker lies sealed in {@code lines}; what said it before is deleted. */
    @Stored("collection.release-lines-set")
    record ReleaseLinesSet(CollectionId collection, RecordId lines, Instant at) implements CollectionEvent {}

    @Stored("collection.photographer-removed")
    record PhotographerRemoved(CollectionId collection, AccountId account, Instant at) implements CollectionEvent {}
}
