package org.quitclaim.domain.consent;

import java.time.Instant;

/** The answer to a {@link Question} at one instant. */
public sealed interface Permission {
    /**
     * Allowed by {@code grant}, which reaches furthest among those that allow it.
     *
     * @param from since when, @param until the first instant no longer allowed
     */
    record Permitted(Grant grant, Instant from, Instant until) implements Permission {}

    /** Not allowed; {@code reason} is the nearest miss. */
    record Denied(Denial reason) implements Permission {}
}
