package org.quitclaim.domain.id;

import org.quitclaim.domain.IdFormat;
import org.quitclaim.domain.OpaqueId;

/** Names one recognition run. */
public record RunId(String value) implements OpaqueId {
    public static final String PREFIX = "run_";

    public RunId {
        IdFormat.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
