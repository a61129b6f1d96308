package org.quitclaim.domain.vault;

import org.quitclaim.domain.IdFormat;

/** Names the account of a member of staff; opaque, the name behind it is sealed. */
public record AccountId(String value) implements ActorId {
    public static final String PREFIX = "acc_";

    public AccountId {
        IdFormat.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
