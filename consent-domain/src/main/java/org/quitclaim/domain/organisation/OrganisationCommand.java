package org.quitclaim.domain.organisation;

import org.quitclaim.domain.Creating;
import org.quitclaim.domain.DomainCommand;
import org.quitclaim.domain.access.Voucher;
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

    /**
     * Describes it anew; what was said or asked before no longer counts.
     *
     * @param before what stands now, and names the same public address or none
     */
    record DescribeOrganisation(OrganisationId organisation, RecordId details, RecordId before)
            implements OrganisationCommand {}

    /** Asks for another public address than the one that was said, or none: all links lead there. */
    record AskForAddress(OrganisationId organisation, RecordId details, Voucher by) implements OrganisationCommand {}

    /**
     * @param details what was read by whoever confirms
     * @param twoPeople whether the organisation asks for two
     */
    record ConfirmAddress(OrganisationId organisation, RecordId details, Voucher by, boolean twoPeople)
            implements OrganisationCommand {}
}
