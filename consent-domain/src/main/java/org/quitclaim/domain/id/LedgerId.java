package org.quitclaim.domain.id;

import org.quitclaim.domain.IdFormat;
import org.quitclaim.domain.OpaqueId;

/** Names one ledger at the backup target; one that was lost and written again is another one. */
public record LedgerId(String value) implements OpaqueId {
    public static final String PREFIX = "led_";

    public LedgerId {
        IdFormat.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
