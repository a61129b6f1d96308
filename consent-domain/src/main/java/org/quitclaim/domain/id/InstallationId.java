package org.quitclaim.domain.id;

import org.quitclaim.domain.IdFormat;
import org.quitclaim.domain.OpaqueId;

/** Names one installation, which is one controller. */
public record InstallationId(String value) implements OpaqueId {
    public static final String PREFIX = "ins_";

    public InstallationId {
        IdFormat.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
