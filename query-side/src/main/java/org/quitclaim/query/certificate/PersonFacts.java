package org.quitclaim.query.certificate;

import java.time.Instant;
import java.util.Iterator;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.consent.ConsentEvent.ElementHeld;
import org.quitclaim.domain.consent.ConsentEvent.ErasureOrdered;
import org.quitclaim.domain.consent.ConsentEvent.HoldReleased;
import org.quitclaim.domain.consent.ConsentEvent.PhotoTreatmentOrdered;
import org.quitclaim.domain.consent.ConsentEvent.PhotosLeft;
import org.quitclaim.domain.consent.ConsentEvent.RepresentativeAdded;
import org.quitclaim.domain.consent.ConsentEvent.UseAuthorised;
import org.quitclaim.domain.consent.PhotoTreatment;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;

/**
 * What in a person's own history decides what an erasure leaves.
 *
 * @param used whether a use of a photo that shows the person was ever cleared, and so may have been published
 * @param represented whether somebody signed in the person's stead
 * @param left why and how many photos stay as they are, where that was ordered
 * @param photosGo whether hers are covered or removed, which the file about her identity tells
 * @param evidenceOrdered whether the proof is to go by now, and not only by its own clock
 * @param evidenceHeld until when a claim keeps the proof, if one was said to
 */
record PersonFacts(
        boolean used,
        boolean represented,
        @Nullable PhotosLeft left,
        boolean photosGo,
        boolean evidenceOrdered,
        @Nullable Instant evidenceHeld) {
    static final PersonFacts NONE = new PersonFacts(false, false, null, false, false, null);

    static Function<PersonId, PersonFacts> recorded(EventStore store) {
        return person -> {
            PersonFacts facts = NONE;
            Iterator<? extends DomainEventMessage<?>> events =
                    store.readEvents(person.value(), 0).asStream().iterator();
            while (events.hasNext()) {
                facts = facts.after(events.next().getPayload());
            }
            return facts;
        };
    }

    PersonFacts after(Object event) {
        return switch (event) {
            case UseAuthorised e -> new PersonFacts(true, represented, left, photosGo, evidenceOrdered, evidenceHeld);
            case RepresentativeAdded e -> new PersonFacts(used, true, left, photosGo, evidenceOrdered, evidenceHeld);
            case PhotosLeft e -> new PersonFacts(used, represented, e, photosGo, evidenceOrdered, evidenceHeld);
            case PhotoTreatmentOrdered e
            when e.photos() != PhotoTreatment.LEAVE ->
                new PersonFacts(used, represented, left, true, evidenceOrdered, evidenceHeld);
            case ErasureOrdered e
            when e.scope() == KeyScope.EVIDENCE ->
                new PersonFacts(used, represented, left, photosGo, true, evidenceHeld);
            case ElementHeld e
            when e.element() == KeyScope.EVIDENCE ->
                new PersonFacts(used, represented, left, photosGo, evidenceOrdered, e.until());
            case HoldReleased e
            when e.element() == KeyScope.EVIDENCE ->
                new PersonFacts(used, represented, left, photosGo, evidenceOrdered, null);
            default -> this;
        };
    }
}
