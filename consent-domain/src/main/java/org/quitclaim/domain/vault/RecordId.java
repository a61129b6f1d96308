package org.quitclaim.domain.vault;

import org.quitclaim.domain.IdFormat;
import org.quitclaim.domain.OpaqueId;

/** Names one sealed record: one ciphertext for ever, never re-sealed under the same name. */
public record RecordId(String value) implements OpaqueId {
    public static final String PREFIX = "rec_";

    public RecordId {
        IdFormat.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
