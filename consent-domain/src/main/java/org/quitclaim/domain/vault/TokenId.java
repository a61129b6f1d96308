package org.quitclaim.domain.vault;

import org.quitclaim.domain.IdFormat;

/** Names a service token; opaque, its name and the digest of its secret are sealed. */
public record TokenId(String value) implements ActorId {
    public static final String PREFIX = "tok_";

    public TokenId {
        IdFormat.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
