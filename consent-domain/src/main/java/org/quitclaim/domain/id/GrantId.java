package org.quitclaim.domain.id;

import org.quitclaim.domain.IdFormat;
import org.quitclaim.domain.OpaqueId;

/** Names one grant: one purpose for one period. */
public record GrantId(String value) implements OpaqueId {
    public static final String PREFIX = "grt_";

    public GrantId {
        IdFormat.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
