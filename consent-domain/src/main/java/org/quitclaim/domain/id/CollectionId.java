package org.quitclaim.domain.id;

import org.quitclaim.domain.IdFormat;
import org.quitclaim.domain.OpaqueId;

/** Names the photos of one shoot or event. */
public record CollectionId(String value) implements OpaqueId {
    public static final String PREFIX = "col_";

    public CollectionId {
        IdFormat.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
