package org.quitclaim.domain.publication;

import java.time.Instant;
import java.util.List;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.vault.RecordId;

/** What happened to one publication. */
public sealed interface PublicationEvent extends DomainEvent {
    PublicationId publication();

    @Override
    default PublicationId stream() {
        return publication();
    }

    @Stored("publication.requested")
    record PublicationRequested(
            PublicationId publication,
            Use use,
            RecordId destination,
            Basis basis,
            List<OtherBasis> otherBasis,
            Instant at)
            implements PublicationEvent {
        public PublicationRequested {
            otherBasis = List.copyOf(otherBasis);
        }
    }

    @Stored("publication.cleared")
    record PublicationCleared(
            PublicationId publication,
            int photoVersion,
            List<Authorisation> authorisations,
            int ruleVersion,
            Instant at)
            implements PublicationEvent {
        public PublicationCleared {
            authorisations = List.copyOf(authorisations);
        }
    }

    @Stored("publication.blocked")
    record PublicationBlocked(PublicationId publication, List<Reason> reasons, Instant at) implements PublicationEvent {
        public PublicationBlocked {
            reasons = List.copyOf(reasons);
        }
    }

    @Stored("publication.reaffirmed")
    record PublicationReaffirmed(
            PublicationId publication,
            int photoVersion,
            List<Authorisation> authorisations,
            int ruleVersion,
            Instant at)
            implements PublicationEvent {
        public PublicationReaffirmed {
            authorisations = List.copyOf(authorisations);
        }
    }

    @Stored("publication.published")
    record PublicationConfirmed(PublicationId publication, Instant at) implements PublicationEvent {}

    @Stored("publication.takedown-ordered")
    record TakedownOrdered(PublicationId publication, TakedownCause cause, List<Reason> reasons, Instant at)
            implements PublicationEvent {
        public TakedownOrdered {
            reasons = List.copyOf(reasons);
        }
    }

    @Stored("publication.takedown-acknowledged")
    record TakedownAcknowledged(PublicationId publication, Instant at) implements PublicationEvent {}

    @Stored("publication.takedown-escalated")
    record TakedownEscalated(PublicationId publication, int level, Instant at) implements PublicationEvent {}
}
