package org.quitclaim.domain.id;

import org.quitclaim.domain.IdFormat;
import org.quitclaim.domain.OpaqueId;

/** Names one link that was issued; it opens nothing and is no part of the link. */
public record LinkId(String value) implements OpaqueId {
    public static final String PREFIX = "lnk_";

    public LinkId {
        IdFormat.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
