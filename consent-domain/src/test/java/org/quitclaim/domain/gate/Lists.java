package org.quitclaim.domain.gate;

import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PublicationId;

/** What a story has left to do, kept from its events. */
public interface Lists {
    void saw(DomainEvent event);

    boolean isRevoked(PersonId person);

    boolean isToBeRegated();

    boolean isUndecided(PublicationId publication);
}
