package org.quitclaim.domain.breach;

import java.time.Duration;
import java.time.Instant;

/** How urgent telling the authority is. Source: GDPR Art. 33(1). Stored by name: never rename one. */
public enum BreachAlarm {
    /** A day or less is left. */
    DUE_SOON(Duration.ofHours(48)),
    OVERDUE(Duration.ofHours(72));

    private final Duration afterDiscovery;

    BreachAlarm(Duration afterDiscovery) {
        this.afterDiscovery = afterDiscovery;
    }

    /** By when the authority is to be told, or why later. */
    public static Instant dueAt(Instant discoveredAt) {
        return discoveredAt.plus(OVERDUE.afterDiscovery);
    }

    public boolean soundsAt(Instant now, Instant discoveredAt) {
        return !now.isBefore(discoveredAt.plus(afterDiscovery));
    }
}
