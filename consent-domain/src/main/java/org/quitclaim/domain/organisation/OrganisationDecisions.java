package org.quitclaim.domain.organisation;

import java.time.Instant;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.organisation.OrganisationCommand.DescribeOrganisation;
import org.quitclaim.domain.organisation.OrganisationCommand.IntroduceOrganisation;
import org.quitclaim.domain.organisation.OrganisationEvent.OrganisationDescribed;
import org.quitclaim.domain.organisation.OrganisationEvent.OrganisationIntroduced;
import org.quitclaim.domain.organisation.OrganisationState.Described;
import org.quitclaim.domain.organisation.OrganisationState.Unknown;

/** Decides about the organisation's description of itself. */
public final class OrganisationDecisions {
    private OrganisationDecisions() {}

    public static Decision<OrganisationEvent> decide(OrganisationState state, OrganisationCommand command, Instant at) {
        return switch (command) {
            case IntroduceOrganisation c ->
                switch (state) {
                    case Unknown u -> Decision.accept(new OrganisationIntroduced(c.organisation(), c.details(), at));
                    case Described d -> Decision.reject(OrganisationRejection.ALREADY_INTRODUCED);
                };
            case DescribeOrganisation c ->
                switch (state) {
                    case Unknown u -> Decision.reject(OrganisationRejection.NOT_INTRODUCED);
                    case Described d -> Decision.accept(new OrganisationDescribed(d.id(), c.details(), at));
                };
        };
    }

    public static OrganisationState evolve(OrganisationState state, OrganisationEvent event) {
        return new Described(event.organisation(), event.details());
    }
}
