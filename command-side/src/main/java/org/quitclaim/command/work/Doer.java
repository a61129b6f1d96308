package org.quitclaim.command.work;

import org.axonframework.messaging.MetaData;
import org.quitclaim.eventstore.Attribution;

/** Who made an event happen, and in which role. */
record Doer(String actor, String role) {
    static final Doer NOBODY = new Doer("", "");

    static Doer in(MetaData metadata) {
        return Attribution.in(metadata)
                .map(said -> new Doer(said.actor(), said.role()))
                .orElse(NOBODY);
    }
}
