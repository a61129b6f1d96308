package org.quitclaim.query.certificate;

import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.quitclaim.domain.consent.ConsentEvent.RepresentativeAdded;
import org.quitclaim.domain.consent.ConsentEvent.UseAuthorised;
import org.quitclaim.domain.consent.PersonId;

/**
 * What in a person's own history decides what an erasure leaves.
 *
 * @param used whether a use of a photo that shows the person was ever cleared, and so may have been published
 * @param represented whether somebody signed in the person's stead
 */
record PersonFacts(boolean used, boolean represented) {
    static Function<PersonId, PersonFacts> recorded(EventStore store) {
        return person -> store.readEvents(person.value(), 0)
                .asStream()
                .map(message -> new PersonFacts(
                        message.getPayload() instanceof UseAuthorised,
                        message.getPayload() instanceof RepresentativeAdded))
                .reduce(new PersonFacts(false, false), PersonFacts::or);
    }

    private PersonFacts or(PersonFacts other) {
        return new PersonFacts(used || other.used, represented || other.represented);
    }
}
