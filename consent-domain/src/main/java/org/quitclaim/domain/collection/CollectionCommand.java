package org.quitclaim.domain.collection;

import java.time.ZoneId;
import java.util.Set;
import org.quitclaim.domain.Creating;
import org.quitclaim.domain.DomainCommand;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.recognition.RecognitionPolicy;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.RecordId;

/** Orders to one collection. */
public sealed interface CollectionCommand extends DomainCommand {
    CollectionId collection();

    @Override
    default CollectionId target() {
        return collection();
    }

    /** Begins a shoot; its name is sealed in {@code name}. Whoever opens it is its first photographer, unless it is a machine. */
    record OpenCollection(
            CollectionId collection, RecordId name, ZoneId zone, UseContext context, Set<AccountId> photographers)
            implements CollectionCommand, Creating {}

    record SetRecognitionPolicy(CollectionId collection, RecognitionPolicy policy) implements CollectionCommand {}

    record AddParticipant(CollectionId collection, PersonId person) implements CollectionCommand {}

    record RemoveParticipant(CollectionId collection, PersonId person) implements CollectionCommand {}

    /** Lets a photographer see this collection and work in it. */
    record AddPhotographer(CollectionId collection, AccountId account) implements CollectionCommand {}

    /** Says in {@code lines}, sealed, who made the photos and whose they are. */
    record SetReleaseLines(CollectionId collection, RecordId lines) implements CollectionCommand {}

    record RemovePhotographer(CollectionId collection, AccountId account) implements CollectionCommand {}
}
