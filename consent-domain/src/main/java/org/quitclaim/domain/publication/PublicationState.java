package org.quitclaim.domain.publication;

import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.id.PublicationId;

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

    /** What was asked for, if anything was. */
    default Optional<Use> asked() {
        return switch (this) {
            case Unrequested s -> Optional.empty();
            case Requested s -> Optional.of(s.use());
            case Cleared s -> Optional.of(s.use());
            case Published s -> Optional.of(s.use());
            case Blocked s -> Optional.of(s.use());
            case TakedownDue s -> Optional.of(s.use());
            case TakenDown s -> Optional.of(s.use());
        };
    }

    /** Whether the rendition may be out there with our word for it. */
    default boolean live() {
        return this instanceof Cleared || this instanceof Published;
    }
}
