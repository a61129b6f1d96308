package org.quitclaim.domain.gate;

import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.publication.PublicationState.Requested;

/** Lists that cannot be wrong: what the states themselves say. */
record ListsFromStates(World world) implements Lists {
    @Override
    public void saw(DomainEvent event) {}

    @Override
    public boolean isRevoked(PersonId person) {
        return world.known(person).revocations() > world.known(person).followedUp();
    }

    @Override
    public boolean isToBeRegated() {
        return world.registered().version() > world.registered().regated();
    }

    @Override
    public boolean isUndecided(PublicationId publication) {
        return world.state(publication) instanceof Requested;
    }
}
