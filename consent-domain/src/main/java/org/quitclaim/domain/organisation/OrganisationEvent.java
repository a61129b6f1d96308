package org.quitclaim.domain.organisation;

import java.time.Instant;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.id.OrganisationId;
import org.quitclaim.domain.vault.AccountId;
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

    /** Another public address was asked for; nothing is changed by it. */
    @Stored("organisation.address-asked")
    record AddressAsked(OrganisationId organisation, RecordId details, Voucher by, Instant until, Instant at)
            implements OrganisationEvent {}

    /** A second person confirmed it: from now on it is what the organisation says. */
    @Stored("organisation.address-confirmed")
    record AddressConfirmed(OrganisationId organisation, RecordId details, AccountId by, Instant at)
            implements OrganisationEvent {}
}
