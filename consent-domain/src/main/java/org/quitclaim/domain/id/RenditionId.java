package org.quitclaim.domain.id;

import org.quitclaim.domain.IdFormat;
import org.quitclaim.domain.OpaqueId;

/** Names what is actually released: the original or a derivative with some faces covered. */
public record RenditionId(String value) implements OpaqueId {
    public static final String PREFIX = "ren_";

    public RenditionId {
        IdFormat.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
