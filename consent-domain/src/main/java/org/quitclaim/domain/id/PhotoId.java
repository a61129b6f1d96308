package org.quitclaim.domain.id;

import org.quitclaim.domain.IdFormat;
import org.quitclaim.domain.OpaqueId;

/** Names a photo, held here or referenced elsewhere. */
public record PhotoId(String value) implements OpaqueId {
    public static final String PREFIX = "pho_";

    public PhotoId {
        IdFormat.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
