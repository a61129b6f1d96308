package org.quitclaim.command.organisation;

import org.jspecify.annotations.Nullable;
import org.quitclaim.certificate.OrganisationDetails;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a start says about the organisation as long as nobody has said anything; afterwards only the interface changes it.
 *
 * @param publicAddress where people reach this server
 */
@ConfigurationProperties("quitclaim")
public record OrganisationSettings(
        @Nullable String publicAddress, @Nullable Described organisation) {
    /** @param dpoContact of the data protection officer */
    public record Described(
            @Nullable String name,
            @Nullable String contact,
            @Nullable String dpoContact) {}

    OrganisationDetails details() {
        return organisation == null
                ? new OrganisationDetails(null, null, null, publicAddress)
                : new OrganisationDetails(
                        organisation.name(), organisation.contact(), organisation.dpoContact(), publicAddress);
    }
}
