package org.quitclaim.domain.gate;

import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.publication.PublicationId;

/** What a story has left to do, kept from its events. */
public interface Lists {
    void saw(DomainEvent event);

    boolean isRevoked(PersonId person);

    boolean isToBeRegated();

    boolean isUndecided(PublicationId publication);
}
