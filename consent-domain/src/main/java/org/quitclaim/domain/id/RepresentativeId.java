package org.quitclaim.domain.id;

import org.quitclaim.domain.IdFormat;
import org.quitclaim.domain.OpaqueId;

/** Names a guardian or legal representative of one person. */
public record RepresentativeId(String value) implements OpaqueId {
    public static final String PREFIX = "rep_";

    public RepresentativeId {
        IdFormat.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
