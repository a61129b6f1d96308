package org.quitclaim.domain.id;

import org.quitclaim.domain.IdFormat;
import org.quitclaim.domain.OpaqueId;

/** Names one agreement of a person with one notice version. */
public record QuitclaimId(String value) implements OpaqueId {
    public static final String PREFIX = "qcl_";

    public QuitclaimId {
        IdFormat.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
