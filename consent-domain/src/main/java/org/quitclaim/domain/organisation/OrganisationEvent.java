package org.quitclaim.domain.organisation;

import java.time.Instant;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.id.OrganisationId;
import org.quitclaim.domain.vault.RecordId;

/** How the organisation described itself. */
public sealed interface OrganisationEvent extends DomainEvent {
    OrganisationId organisation();

    RecordId details();

    @Override
    default OrganisationId stream() {
        return organisation();
    }

    @Stored("organisation.introduced")
    record OrganisationIntroduced(OrganisationId organisation, RecordId details, Instant at)
            implements OrganisationEvent {}

    @Stored("organisation.described")
    record OrganisationDescribed(OrganisationId organisation, RecordId details, Instant at)
            implements OrganisationEvent {}
}
