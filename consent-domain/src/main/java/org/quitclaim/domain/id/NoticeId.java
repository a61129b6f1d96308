package org.quitclaim.domain.id;

import org.quitclaim.domain.IdFormat;
import org.quitclaim.domain.OpaqueId;

/** Names one version of a consent text. */
public record NoticeId(String value) implements OpaqueId {
    public static final String PREFIX = "ntc_";

    public NoticeId {
        IdFormat.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
