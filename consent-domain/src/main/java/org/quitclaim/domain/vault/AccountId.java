package org.quitclaim.domain.vault;

import org.quitclaim.domain.IdFormat;
import org.quitclaim.domain.OpaqueId;

/** Names a staff account or a service; opaque, the name behind it is sealed. */
public record AccountId(String value) implements OpaqueId {
    public static final String PREFIX = "acc_";

    public AccountId {
        IdFormat.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
