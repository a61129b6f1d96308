package org.quitclaim.domain.id;

import org.quitclaim.domain.IdFormat;
import org.quitclaim.domain.OpaqueId;

/** Names the controller of an installation, of which there is one. */
public record OrganisationId(String value) implements OpaqueId {
    public static final String PREFIX = "org_";

    public OrganisationId {
        IdFormat.require(PREFIX, value);
    }

    /** It follows from the installation's id, so that no second one can begin beside it. */
    public static OrganisationId of(String installation) {
        return new OrganisationId(PREFIX + installation.substring(installation.indexOf('_') + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
