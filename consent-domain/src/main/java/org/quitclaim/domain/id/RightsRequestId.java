package org.quitclaim.domain.id;

import org.quitclaim.domain.IdFormat;
import org.quitclaim.domain.OpaqueId;

/** Names one request of a person. */
public record RightsRequestId(String value) implements OpaqueId {
    public static final String PREFIX = "req_";

    public RightsRequestId {
        IdFormat.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
