package org.quitclaim.domain.id;

import org.quitclaim.domain.IdFormat;
import org.quitclaim.domain.OpaqueId;

/** Names one breach. */
public record BreachId(String value) implements OpaqueId {
    public static final String PREFIX = "brc_";

    public BreachId {
        IdFormat.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
