package org.quitclaim.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the organisation says about itself, as it is sealed. What it did not say is absent and printed nowhere.
 *
 * @param name of the controller
 * @param contact of the controller
 * @param dpoContact of the data protection officer
 * @param publicAddress in the form of {@link PublicAddress}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrganisationDetails(
        @Nullable String name,
        @Nullable String contact,
        @Nullable String dpoContact,
        @Nullable String publicAddress) {
    public static final OrganisationDetails NONE = new OrganisationDetails(null, null, null, null);

    /** The address of one of the installation's pages, if people can be told one. */
    public Optional<URI> at(String path) {
        return Optional.ofNullable(publicAddress).flatMap(PublicAddress::parse).map(address -> address.at(path));
    }

    /** The sealed form. */
    public String sealed() {
        return CanonicalJson.of(this);
    }

    /** Reads what {@link #sealed} wrote. */
    public static OrganisationDetails read(byte[] sealed) {
        return CanonicalJson.MAPPER.readValue(new String(sealed, StandardCharsets.UTF_8), OrganisationDetails.class);
    }

    @Override
    public String toString() {
        return "OrganisationDetails[hidden]";
    }
}
