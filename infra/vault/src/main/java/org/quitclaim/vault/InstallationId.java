package org.quitclaim.vault;

import org.quitclaim.domain.IdFormat;
import org.quitclaim.domain.OpaqueId;

/** Names one installation, which is one controller; bound into every ciphertext. */
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
