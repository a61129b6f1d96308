package org.quitclaim.domain.id;

import org.quitclaim.domain.IdFormat;
import org.quitclaim.domain.OpaqueId;

/** Names one permit to compute embeddings. */
public record PermitId(String value) implements OpaqueId {
    public static final String PREFIX = "pmt_";

    public PermitId {
        IdFormat.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
