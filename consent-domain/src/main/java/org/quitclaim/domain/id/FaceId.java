package org.quitclaim.domain.id;

import org.quitclaim.domain.IdFormat;
import org.quitclaim.domain.OpaqueId;

/** Names one marked person on one photo. */
public record FaceId(String value) implements OpaqueId {
    public static final String PREFIX = "fac_";

    public FaceId {
        IdFormat.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
