package org.quitclaim.domain.id;

import org.quitclaim.domain.IdFormat;
import org.quitclaim.domain.OpaqueId;

/** Names the work of erasing one scope of one person. */
public record ErasureCaseId(String value) implements OpaqueId {
    public static final String PREFIX = "era_";

    public ErasureCaseId {
        IdFormat.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
