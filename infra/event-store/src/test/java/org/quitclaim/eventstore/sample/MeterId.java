package org.quitclaim.eventstore.sample;

import org.quitclaim.domain.IdFormat;
import org.quitclaim.domain.OpaqueId;

/** Names a meter. */
public record MeterId(String value) implements OpaqueId {
    public MeterId {
        IdFormat.require("mtr_", value);
    }

    /** A well-formed id that tests can count with. */
    public static MeterId of(long number) {
        StringBuilder body = new StringBuilder(26);
        for (long rest = number; body.length() < 26; rest /= 26) {
            body.append((char) ('a' + rest % 26));
        }
        return new MeterId("mtr_" + body);
    }
}
