package org.quitclaim.domain.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The answer to a {@link Question} at one instant. */
public sealed interface Permission {
    /**
     * Allowed by {@code grant}, which reaches furthest among those that allow it.
     *
     * @param from since when, @param until the first instant no longer allowed
     */
    record Permitted(Grant grant, Instant from, Instant until) implements Permission {}

    /**
     * Not allowed; {@code reason} is the nearest miss.
     *
     * @param on the day of the no, where there was one; at most one
     */
    record Denied(Denial reason, List<LocalDate> on) implements Permission {
        public Denied {
            on = List.copyOf(on);
        }

        public Denied(Denial reason) {
            this(reason, List.of());
        }
    }
}
