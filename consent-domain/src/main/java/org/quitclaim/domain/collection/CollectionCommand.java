package org.quitclaim.domain.collection;

import java.time.ZoneId;
import org.quitclaim.domain.Creating;
import org.quitclaim.domain.DomainCommand;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.recognition.RecognitionPolicy;
import org.quitclaim.domain.vault.RecordId;

/** Orders to one collection. */
public sealed interface CollectionCommand extends DomainCommand {
    CollectionId collection();

    @Override
    default CollectionId target() {
        return collection();
    }

    /** Begins a shoot; its name is sealed in {@code name}. */
    record OpenCollection(CollectionId collection, RecordId name, ZoneId zone, UseContext context)
            implements CollectionCommand, Creating {}

    record SetRecognitionPolicy(CollectionId collection, RecognitionPolicy policy) implements CollectionCommand {}

    record AddParticipant(CollectionId collection, PersonId person) implements CollectionCommand {}

    record RemoveParticipant(CollectionId collection, PersonId person) implements CollectionCommand {}
}
