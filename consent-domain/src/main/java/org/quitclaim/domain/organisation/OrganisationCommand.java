package org.quitclaim.domain.organisation;

import org.quitclaim.domain.Creating;
import org.quitclaim.domain.DomainCommand;
import org.quitclaim.domain.id.OrganisationId;
import org.quitclaim.domain.vault.RecordId;

/** Orders about the organisation's description of itself; {@code details} are sealed, since they name people. */
public sealed interface OrganisationCommand extends DomainCommand {
    OrganisationId organisation();

    @Override
    default OrganisationId target() {
        return organisation();
    }

    /** Describes it for the first time. */
    record IntroduceOrganisation(OrganisationId organisation, RecordId details)
            implements OrganisationCommand, Creating {}

    /** Describes it anew; what was said before no longer counts. */
    record DescribeOrganisation(OrganisationId organisation, RecordId details) implements OrganisationCommand {}
}
