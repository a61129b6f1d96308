package org.quitclaim.domain.publication;

import java.util.List;

/** Where a publication stands. */
public sealed interface PublicationState {
    record Unrequested() implements PublicationState {}

    /** Asked for, not decided: fails closed when the gate was interrupted. */
    record Requested(PublicationId id, Use use) implements PublicationState {}

    /** May be used. */
    record Cleared(PublicationId id, Use use, int photoVersion, List<Authorisation> authorisations)
            implements PublicationState {
        public Cleared {
            authorisations = List.copyOf(authorisations);
        }
    }

    /** Somebody said that it is online. */
    record Published(PublicationId id, Use use, int photoVersion, List<Authorisation> authorisations)
            implements PublicationState {
        public Published {
            authorisations = List.copyOf(authorisations);
        }
    }

    /** Was never allowed, or was asked back before it was decided. */
    record Blocked(PublicationId id, Use use) implements PublicationState {}

    /** Has to go offline. */
    record TakedownDue(PublicationId id, Use use, int escalations) implements PublicationState {}

    /** Is offline, as far as the recipient says. */
    record TakenDown(PublicationId id, Use use) implements PublicationState {}

    PublicationState NONE = new Unrequested();

    /** Whether the rendition may be out there with our word for it. */
    default boolean live() {
        return this instanceof Cleared || this instanceof Published;
    }
}
