package org.quitclaim.domain.id;

import org.quitclaim.domain.IdFormat;
import org.quitclaim.domain.OpaqueId;

/** Names one request to use a rendition on a channel. */
public record PublicationId(String value) implements OpaqueId {
    public static final String PREFIX = "pub_";

    public PublicationId {
        IdFormat.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
