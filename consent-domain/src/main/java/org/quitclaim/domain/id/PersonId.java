package org.quitclaim.domain.id;

import org.quitclaim.domain.IdFormat;
import org.quitclaim.domain.OpaqueId;

/** Names somebody who can be portrayed; random, never derived from a name or an address. */
public record PersonId(String value) implements OpaqueId {
    public static final String PREFIX = "per_";

    public PersonId {
        IdFormat.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
